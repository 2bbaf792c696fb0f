using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Figures;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Figures;

/// <summary>How much working time women waited for the first answer of a person. Where nobody is registered, by the country of the conversation.</summary>
public sealed class CountAnswers(MessagingDb db, ProgrammeDb programme) : ICountFigures
{
    public IReadOnlyList<FigureKind> Kinds { get; } = [FigureKind.Answered];
    public bool CountsStrangers => true;

    public async Task<DateTimeOffset?> First(CancellationToken cancel) => await db.Tickets.MinAsync(t => (DateTimeOffset?)t.OpenedAt, cancel);

    public async Task<IReadOnlyList<CountedFigure>> Count(FigureMonth month, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(month);
        var (country, from, until) = (month.Country, month.From, month.Until);
        var homes = Homes.Of(db, programme);
        var tickets = db.Tickets.AsNoTracking().Where(t => t.OpenedAt >= from && t.OpenedAt < until && t.Reason != TicketReason.Staff).Select(t => new
        {
            t.ConversationId,
            t.Country,
            Begin = t.MinutesToAnswer == null ? null : t.MinutesToAnswer < 15 ? 0 : t.MinutesToAnswer < 60 ? 15 : t.MinutesToAnswer < 240 ? 60 : t.MinutesToAnswer < 480 ? 240 : (int?)480,
        });
        var near = await tickets.Join(homes.Where(h => h.Country == country), t => t.ConversationId, h => h.ContactId, (t, h) => new { t.Begin, h.RegionCode, h.PlaceCode })
            .GroupBy(t => t).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var strangers = await tickets.Where(t => (t.Country ?? "") == country && !homes.Any(h => h.ContactId == t.ConversationId))
            .GroupBy(t => t.Begin).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return
        [
            .. near.Select(row => new CountedFigure(FigureKind.Answered, Code(row.Key.Begin), row.Key.RegionCode, row.Key.PlaceCode, row.Count)),
            .. strangers.Select(row => new CountedFigure(FigureKind.Answered, Code(row.Key), null, null, row.Count)),
        ];
    }

    private static string Code(int? begin) => begin is { } minutes ? WaitBands.Minutes.CodeOf(minutes) : WaitBands.None;
}
