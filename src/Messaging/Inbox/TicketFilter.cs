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
}

internal static class TicketTerritory
{
    /// <summary>Tickets of the countries a member of staff may see; those whose country is not known yet are everybody's.</summary>
    internal static IQueryable<Ticket> Within(this IQueryable<Ticket> tickets, Territory? territory)
    {
        if (territory is null) return tickets;
        var countries = territory.Countries.Concat(territory.Regions.Select(region => region.Split('-')[0])).Distinct(StringComparer.Ordinal).ToList();
        return tickets.Where(t => t.Country == null || countries.Contains(t.Country));
    }
}
