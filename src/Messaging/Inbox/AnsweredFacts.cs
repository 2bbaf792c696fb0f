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
    internal IQueryable<Ticket> On(IQueryable<Ticket> tickets, MessagingDb db, ProgrammeDb programme, Territory? territory)
    {
        var everybody = Homes.Of(db, programme);
        var homes = everybody.Within(territory);
        if (Region is { } region) homes = homes.Where(h => h.RegionCode == region);
        bool SeesStrangers(string country) => Region is null && (territory is null || territory.Countries.Contains(country, StringComparer.Ordinal));
        var asked = tickets.Where(t => t.Reason != TicketReason.Staff).Where(CountrySpan.Any<Ticket>(Spans, (country, from, until) => SeesStrangers(country)
            ? t => t.OpenedAt >= from && t.OpenedAt < until
                && (homes.Any(h => h.ContactId == t.ConversationId && h.Country == country) || ((t.Country ?? "") == country && !everybody.Any(h => h.ContactId == t.ConversationId)))
            : t => t.OpenedAt >= from && t.OpenedAt < until && homes.Any(h => h.ContactId == t.ConversationId && h.Country == country)));
        return WaitBands.Minutes.Find(Band) is var (begin, end)
            ? asked.Where(t => t.MinutesToAnswer >= begin && (end == null || t.MinutesToAnswer < end))
            : asked.Where(t => t.MinutesToAnswer == null);
    }
}
