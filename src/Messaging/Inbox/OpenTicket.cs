using CoopAssistant.Messaging.Figures;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>
/// Puts a conversation before staff. Asking again while a ticket is open changes only that she waits again, and for
/// the weightier reason: a conversation has at most one open ticket. Holding the thread is the turn's decision, not this one's.
/// </summary>
public sealed class OpenTicket(MessagingDb db, ProgrammeDb programme, TimeProvider clock)
{
    /// <param name="contactId">The contact, which is also her conversation's id.</param>
    /// <param name="reason">One of <see cref="TicketReason"/>.</param>
    /// <param name="country">Country of her programme; null where not known yet.</param>
    public async Task Handle(long contactId, string reason, string? country, CancellationToken cancel)
    {
        var open = await db.Tickets.SingleOrDefaultAsync(t => t.ConversationId == contactId && t.ClosedAt == null, cancel);
        if (open is null) db.Tickets.Add(open = Ticket.Open(contactId, reason, country, clock.GetUtcNow()));
        else open.AskedAgain(reason, clock.GetUtcNow());
        if (await Homes.Of(db, programme).FirstOrDefaultAsync(h => h.ContactId == contactId, cancel) is { } home) open.LivesIn(home.Country, home.RegionCode, home.PlaceCode);
        await db.SaveAsync(cancel);
    }
}
