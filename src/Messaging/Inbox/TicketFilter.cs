using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>Which tickets to list.</summary>
public enum TicketFilter
{
    /// <summary>Open, and she is without an answer.</summary>
    Waiting,

    /// <summary>Open, whoever spoke last.</summary>
    Open,

    /// <summary>Open and given to the member of staff who asks.</summary>
    Mine,
    Closed,

    /// <summary>Open and put aside until later.</summary>
    Snoozed,

    /// <summary>Open, not put aside, and longer without an answer than her office promises.</summary>
    Overdue,

    /// <summary>The same beyond the second limit.</summary>
    Escalated,
}

internal static class TicketTerritory
{
    /// <summary>
    /// Tickets a member of staff may see. Who is registered belongs where her registration does; who is not, to everybody of her country;
    /// and to everybody where not even that is known: somebody has to answer.
    /// </summary>
    internal static IQueryable<Ticket> Within(this IQueryable<Ticket> tickets, MessagingDb db, ProgrammeDb programme, Territory? territory)
    {
        if (territory is null) return tickets;
        var countries = territory.TouchedCountries.ToList();
        var near = programme.Registrations.Within(territory);
        // Ticket by ticket: there are far fewer of them than women. Of Any() PostgreSQL makes a list of all women near first; a maximum is asked of each ticket.
        return tickets.Where(t => db.ContactParticipants.Where(l => l.ContactId == t.ConversationId && near.Any(r => r.ParticipantId == l.ParticipantId)).Max(l => (long?)l.ContactId) != null
            || ((t.Country == null || countries.Contains(t.Country))
                && db.ContactParticipants.Where(l => l.ContactId == t.ConversationId && programme.Registrations.Any(r => r.ParticipantId == l.ParticipantId)).Max(l => (long?)l.ContactId) == null));
    }
}
