using CoopAssistant.Messaging.Figures;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>What a figure of answering times counts, as a filter; see <see cref="CountAnswers"/>.</summary>
/// <param name="Spans">Since when she waited, in each country asked for; an empty country: nobody knows hers.</param>
/// <param name="Band">One of <see cref="WaitBands.Minutes"/>, or <see cref="WaitBands.None"/> for what has no answer.</param>
public sealed record AnsweredFacts(IReadOnlyList<CountrySpan> Spans, string? Region, string Band)
{
    /// <summary>The same as months: among many the total is the figure's then.</summary>
    public (DateOnly First, DateOnly Last)? Months { get; init; }

    internal IQueryable<Ticket> On(IQueryable<Ticket> tickets, MessagingDb db, ProgrammeDb programme, Territory? territory)
    {
        var everybody = Homes.Of(db, programme);
        var homes = everybody.Within(territory);
        if (Region is { } region) homes = homes.Where(h => h.RegionCode == region);
        bool SeesStrangers(string country) => Region is null && (territory is null || territory.Countries.Contains(country, StringComparer.Ordinal));
        // A maximum instead of Any(), of which PostgreSQL makes a list of everybody's homes first: each ticket's home is looked up as its turn comes.
        var asked = tickets.Where(t => t.Reason != TicketReason.Staff).Where(CountrySpan.Any<Ticket>(Near(territory), (country, from, until) => SeesStrangers(country)
            ? t => t.OpenedAt >= from && t.OpenedAt < until
                && (homes.Where(h => h.ContactId == t.ConversationId && h.Country == country).Max(h => (long?)h.ContactId) != null
                    || ((t.Country ?? "") == country && everybody.Where(h => h.ContactId == t.ConversationId).Max(h => (long?)h.ContactId) == null))
            : t => t.OpenedAt >= from && t.OpenedAt < until && homes.Where(h => h.ContactId == t.ConversationId && h.Country == country).Max(h => (long?)h.ContactId) != null));
        return WaitBands.Minutes.Find(Band) is var (begin, end)
            ? asked.Where(t => t.MinutesToAnswer >= begin && (end == null || t.MinutesToAnswer < end))
            : asked.Where(t => t.MinutesToAnswer == null);
    }

    /// <summary>As it was counted last; null where the tickets themselves are counted.</summary>
    internal async Task<int?> Total(SumFigures sums, Territory? territory, CancellationToken cancel) =>
        Months is var (first, last) ? await sums.Handle(new(FigureKind.Answered, Band, [.. Spans.Select(span => span.Country)], first, last, Region, territory), cancel) : null;

    /// <summary>No ticket of another country is looked up.</summary>
    private List<CountrySpan> Near(Territory? territory) => [.. Spans.Where(span => span.IsNear(territory))];
}
