using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Broadcasts;

public enum TryResult
{
    /// <summary>On its way.</summary>
    Said,
    NotFound,

    /// <summary>Nobody wrote to us from this number in the last 24 hours, or since nothing reaches it.</summary>
    NotLately,

    /// <summary>A registered woman writes from it: it is hers, not for trials.</summary>
    BelongsToAWoman,

    /// <summary>Who writes from it asked for no messages.</summary>
    OptedOut,
    ChangedMeanwhile,
}

/// <summary>
/// Sends a draft to one phone of staff's own, as she would get it. Only to a number that wrote to us within a day and from which no woman is
/// registered: a mistyped number reaches nobody.
/// </summary>
public sealed class TryBroadcast(MessagingDb db, ProgrammeDb programme, IEnumerable<ITurnCommitted> listeners, TimeProvider clock)
{
    private const string SampleName = "Ana";

    /// <param name="phone">As it is typed; digits count.</param>
    /// <param name="maybeHers">Development: invented women's phones too.</param>
    public async Task<TryResult> Handle(long id, string phone, string author, bool maybeHers, Territory? territory, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(phone);
        if (await db.Broadcasts.AsNoTracking().Within(territory).SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } broadcast) return TryResult.NotFound;
        var address = "whatsapp:+" + string.Concat(phone.Where(char.IsAsciiDigit));
        var contact = await db.Addresses.AsNoTracking().Where(a => a.Channel == Channel.WhatsApp && a.Address == address).Select(a => (long?)a.ContactId).SingleOrDefaultAsync(cancel);
        var conversation = contact is null ? null : await db.Conversations.SingleOrDefaultAsync(c => c.Id == contact, cancel);
        if (conversation is null || conversation.MustWaitForHer(clock.GetUtcNow(), hasTemplate: false)) return TryResult.NotLately;
        if (conversation.HasOptedOut) return TryResult.OptedOut;
        if (!maybeHers && await db.ContactParticipants.AnyAsync(l => l.ContactId == contact && programme.Registrations.Any(r => r.ParticipantId == l.ParticipantId), cancel)) return TryResult.BelongsToAWoman;

        conversation.Say(broadcast.Message.For(BroadcastMessage.WrittenLanguage, SampleName, alwaysTemplate: true), author, clock.GetUtcNow());
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return TryResult.ChangedMeanwhile;
        }
        foreach (var listener in listeners) listener.Committed(conversation.Id, conversation.Channel);
        return TryResult.Said;
    }
}
