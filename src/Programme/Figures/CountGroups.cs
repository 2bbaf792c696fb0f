using CoopAssistant.Programme.Groups;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Figures;

/// <summary>Groups founded in a month, and those that became cooperatives in it.</summary>
public sealed class CountGroups(ProgrammeDb db) : ICountFigures
{
    private static readonly string Recognise = nameof(GroupTrigger.Recognise);

    public IReadOnlyList<FigureKind> Kinds { get; } = [FigureKind.GroupFounded, FigureKind.Recognised];

    public async Task<DateTimeOffset?> First(CancellationToken cancel) => await db.Groups.MinAsync(g => (DateTimeOffset?)g.FoundedAt, cancel);

    public async Task<IReadOnlyList<CountedFigure>> Count(FigureMonth month, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(month);
        var (country, from, until) = (month.Country, month.From, month.Until);
        var groups = db.Groups.AsNoTracking().Where(g => g.Country == country);
        var founded = await groups.Where(g => g.FoundedAt >= from && g.FoundedAt < until)
            .GroupBy(g => new { g.RegionCode, g.PlaceCode }).Select(g => new { g.Key.RegionCode, g.Key.PlaceCode, Count = g.Count() }).ToListAsync(cancel);
        var recognised = await groups.Where(g => g.Entries.Any(e => e.Kind == GroupEntryKind.Moved && e.Code == Recognise && e.At >= from && e.At < until))
            .GroupBy(g => new { g.RegionCode, g.PlaceCode }).Select(g => new { g.Key.RegionCode, g.Key.PlaceCode, Count = g.Count() }).ToListAsync(cancel);
        return
        [
            .. founded.Select(row => new CountedFigure(FigureKind.GroupFounded, "", row.RegionCode, row.PlaceCode, row.Count)),
            .. recognised.Select(row => new CountedFigure(FigureKind.Recognised, "", row.RegionCode, row.PlaceCode, row.Count)),
        ];
    }
}
