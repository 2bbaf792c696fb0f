using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>
/// The bot answers again where staff spoke last and nobody has written since for a while: a thread that was forgotten would keep it silent for good. Where she waits for an answer,
/// where staff put the thread aside, and where a reply still waits for her to write, staff keep it. Several at once are harmless.
/// </summary>
public sealed class HandBackAfterSilence(MessagingDb db, TimeProvider clock)
{
    private const int Batch = 200;

    /// <returns>How many threads it gave back.</returns>
    public async Task<int> Handle(TimeSpan silence, CancellationToken cancel)
    {
        var (now, before) = (clock.GetUtcNow(), clock.GetUtcNow() - silence);
        var silent = await db.Tickets.AsNoTracking().Where(t => t.ClosedAt == null && t.WaitingSince == null && (t.SnoozedUntil == null || t.SnoozedUntil <= now))
            .Where(t => db.Conversations.Any(c => c.Id == t.ConversationId && c.IsHeld && !c.HasParked && db.Messages.Any(m => m.Id == c.LastMessageId && m.At <= before)))
            .OrderBy(t => t.Id).Take(Batch).Select(t => t.Id).ToListAsync(cancel);
        var given = 0;
        foreach (var ticket in silent)
            if (await db.Change(ticket, (found, conversation) => { if (found.WaitingSince is null) conversation.GiveBack(); }, cancel) == TicketResult.Done) given++;
        return given;
    }
}
