using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Figures;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Figures;

/// <summary>Messages that went out through a provider, by how they stand.</summary>
public sealed class CountDeliveries(MessagingDb db, ProgrammeDb programme) : ICountFigures
{
    public IReadOnlyList<FigureKind> Kinds { get; } = [FigureKind.Delivery];

    /// <summary>Providers tell of a delivery or a reading within weeks.</summary>
    public TimeSpan? SettlesAfter => TimeSpan.FromDays(45);
    public bool CountsStrangers => true;

    public async Task<DateTimeOffset?> First(CancellationToken cancel) => await db.Messages.OrderBy(m => m.Id).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(cancel);

    public async Task<IReadOnlyList<CountedFigure>> Count(FigureMonth month, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(month);
        var (country, from, until) = (month.Country, month.From, month.Until);
        var messages = (await MessagesOfTime.On(db, from, until, cancel)).Where(m => m.Direction == MessageDirection.Outbound && m.Delivery != Delivery.None && m.At >= from && m.At < until);
        var homes = Homes.Of(db, programme);
        if (country.Length == 0)
        {
            var strangers = await messages.Where(m => !homes.Any(h => h.ContactId == m.ConversationId))
                .GroupBy(m => m.Delivery).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
            return strangers.ConvertAll(row => new CountedFigure(FigureKind.Delivery, row.Key.ToString(), null, null, row.Count));
        }
        var rows = await messages.Join(homes.Where(h => h.Country == country), m => m.ConversationId, h => h.ContactId, (m, h) => new { m.Delivery, h.RegionCode, h.PlaceCode })
            .GroupBy(m => m).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return rows.ConvertAll(row => new CountedFigure(FigureKind.Delivery, row.Key.Delivery.ToString(), row.Key.RegionCode, row.Key.PlaceCode, row.Count));
    }
}
