using CoopAssistant.Messaging.Figures;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>Staff want to write to a woman: finds the open ticket of the contact where she registered, or opens one. Nobody waits, nothing is held yet.</summary>
public sealed class BeginThread(MessagingDb db, ProgrammeDb programme, TimeProvider clock)
{
    /// <returns>The ticket's id; null where she never wrote through a chat.</returns>
    public async Task<long?> Handle(ParticipantId participant, string country, CancellationToken cancel)
    {
        var contact = await db.ContactParticipants.Where(l => l.ParticipantId == participant)
            .OrderBy(l => l.LinkedAt).ThenBy(l => l.ContactId).Select(l => (long?)l.ContactId).FirstOrDefaultAsync(cancel);
        if (contact is null) return null;

        var ticket = await db.Tickets.SingleOrDefaultAsync(t => t.ConversationId == contact && t.ClosedAt == null, cancel);
        if (ticket is not null) return ticket.Id;
        ticket = Ticket.Begin(contact.Value, country, clock.GetUtcNow());
        if (await Homes.Of(db, programme).FirstOrDefaultAsync(h => h.ContactId == contact, cancel) is { } home) ticket.LivesIn(home.Country, home.RegionCode, home.PlaceCode);
        db.Tickets.Add(ticket);
        await db.SaveAsync(cancel);
        return ticket.Id;
    }
}
