using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Figures;

/// <param name="Code">Of a region or rubro; empty: not known or none named.</param>
/// <param name="Name">As the pack has it.</param>
/// <param name="Count">Null where hidden.</param>
public sealed record PublicCell(string Code, string Name, int? Count);

/// <param name="Total">Null where hidden.</param>
public sealed record PublicTable(IReadOnlyList<PublicCell> Cells, int? Total);

/// <param name="Last">Last month counted, its first day: a whole one, so that nobody is found by comparing yesterday with today.</param>
/// <param name="Regions">First-level places, all of them, in the pack's order; then who named none, where anybody did.</param>
/// <param name="Rubros">Likewise.</param>
/// <param name="Grouped">Women in groups; null where hidden.</param>
public sealed record PublicFigures(
    ProgrammePack Pack, DateOnly Last, PublicTable Regions, PublicTable Rubros, int? Grouped, int? InCooperative, int Groups, int Cooperatives);

/// <summary>
/// What a ministry publishes of its programme: women who agreed to be counted, small cells hidden by <see cref="Suppression"/>.
/// A table that had to be withheld has no total; where the other shows it, nothing hidden can be computed all the same.
/// </summary>
public sealed class ReadPublicFigures(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    private static readonly FigureKind[] Published =
        [FigureKind.PublicRegistered, FigureKind.PublicRubro, FigureKind.PublicGrouped, FigureKind.PublicInCooperative, FigureKind.GroupFounded, FigureKind.Recognised];

    /// <param name="smallest">See <see cref="Suppression.Of(IReadOnlyList{int}, int)"/>.</param>
    /// <returns>A page for each country, in the packs' order.</returns>
    public async Task<IReadOnlyList<PublicFigures>> Handle(int smallest, CancellationToken cancel)
    {
        var found = new List<PublicFigures>();
        foreach (var pack in packs.All) found.Add(await Of(pack, smallest, cancel));
        return found;
    }

    private async Task<PublicFigures> Of(ProgrammePack pack, int smallest, CancellationToken cancel)
    {
        var (country, last) = (pack.Country.Code, Months.Of(clock.GetUtcNow(), pack.Country.TimeZone).AddMonths(-1));
        var rows = await db.Figures.AsNoTracking().Where(f => f.Country == country && f.Month <= last && Published.Contains(f.Kind))
            .GroupBy(f => new { f.Kind, f.Code, f.RegionCode }).Select(g => new { g.Key.Kind, g.Key.Code, g.Key.RegionCode, Count = g.Sum(f => f.Count) }).ToListAsync(cancel);
        int Sum(FigureKind kind, string? code = null, string? region = null) =>
            rows.Where(row => row.Kind == kind && (code is null || row.Code == code) && (region is null || row.RegionCode == region)).Sum(row => row.Count);

        var regions = Table(pack.Places.Top.Where(place => pack.Places.RegionOf(place.Code) == place.Code).Select(place => (place.Code, place.Name)), code => Sum(FigureKind.PublicRegistered, region: code), smallest);
        var rubros = Table(pack.Rubros.Select(rubro => (rubro.Code, rubro.Label)), code => Sum(FigureKind.PublicRubro, code), smallest);
        return new(
            pack, last, regions, rubros, Suppression.Of(Sum(FigureKind.PublicGrouped), smallest), Suppression.Of(Sum(FigureKind.PublicInCooperative), smallest),
            Sum(FigureKind.GroupFounded), Sum(FigureKind.Recognised));
    }

    private static PublicTable Table(IEnumerable<(string Code, string Name)> known, Func<string, int> count, int smallest)
    {
        var cells = known.Select(cell => (cell.Code, cell.Name, Count: count(cell.Code))).ToList();
        if (count("") is > 0 and var unknown) cells.Add(("", "", unknown));
        var shown = Suppression.Of(cells.ConvertAll(cell => cell.Count), smallest);
        return new([.. cells.Select((cell, at) => new PublicCell(cell.Code, cell.Name, shown.Cells[at]))], shown.Total);
    }
}
