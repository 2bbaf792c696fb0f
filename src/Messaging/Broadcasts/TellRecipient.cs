using CoopAssistant.Messaging.Turns;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>
/// Says a broadcast to one phone or browser, or passes it over: whether it may is asked at this very moment. What is said and that it was said
/// are saved together, under both versions, so that it is said once, whoever dies and however many try.
/// </summary>
public sealed class TellRecipient(MessagingDb db, Audience audience, IEnumerable<ITurnCommitted> listeners, TimeProvider clock)
{
    /// <returns>False where it was decided already, is not to go on, or she writes just now: then her turn comes again.</returns>
    public async Task<bool> Handle(long broadcastId, long contact, CancellationToken cancel)
    {
        if (await db.Broadcasts.AsNoTracking().SingleOrDefaultAsync(b => b.Id == broadcastId, cancel) is not { State: BroadcastState.Sending } broadcast) return false;
        if (await db.BroadcastRecipients.SingleOrDefaultAsync(r => r.BroadcastId == broadcastId && r.ContactId == contact, cancel) is not { State: RecipientState.Waiting } recipient) return false;
        var conversation = await db.Conversations.SingleAsync(c => c.Id == contact, cancel); // before the questions: what changes after them makes the save fail
        var message = broadcast.Message;
        var candidate = await audience.Candidates(db.Conversations.Where(c => c.Id == contact).Select(c => c.Id), message.IsTemplate).SingleAsync(cancel);
        var (names, language) = await audience.WhoListens(broadcast.Segment, contact, cancel);
        var reason = candidate.Reason != Unreachable.None ? candidate.Reason : names.Length == 0 ? Unreachable.LeftSegment : Unreachable.None;
        if (reason == Unreachable.None)
            recipient.Said(conversation.Say(message.For(language, names) with { BroadcastId = broadcastId }, author: null, clock.GetUtcNow()));
        else
            recipient.Skip(reason);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        if (reason == Unreachable.None) foreach (var listener in listeners) listener.Committed(contact, conversation.Channel);
        return true;
    }
}
