using CoopAssistant.Programme.FollowUps;
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
    ProgrammePack Pack, DateOnly Last, PublicTable Regions, PublicTable Rubros, int? Grouped, int? InCooperative, int Groups, int Cooperatives)
{
    /// <summary>How cooperatives are doing; null while none has told in a half-year that is over.</summary>
    public PublicFollowUp? FollowUp { get; init; }
}

/// <summary>What cooperatives told in the last half-year that is over: shown twice a year, so that nothing is learnt of one by comparing months.</summary>
/// <param name="Last">Last month counted, its first day.</param>
/// <param name="Cooperatives">So many told.</param>
/// <param name="People">Sums of people, by indicator: members active, women in office, new jobs. Money is not published.</param>
public sealed record PublicFollowUp(DateOnly First, DateOnly Last, int Cooperatives, IReadOnlyList<PublicCell> People);

/// <summary>
/// What a ministry publishes of its programme: women who agreed to be counted, small cells hidden by <see cref="Suppression"/>.
/// A table that had to be withheld has no total; where the other shows it, nothing hidden can be computed all the same.
/// </summary>
public sealed class ReadPublicFigures(ProgrammeDb db, ReadFollowUpNumbers followUps, ProgrammePacks packs, TimeProvider clock)
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
            Sum(FigureKind.GroupFounded), Sum(FigureKind.Recognised))
        {
            FollowUp = await FollowUp(pack, last, smallest, cancel),
        };
    }

    private async Task<PublicFollowUp?> FollowUp(ProgrammePack pack, DateOnly last, int smallest, CancellationToken cancel)
    {
        var end = new DateOnly(last.Month >= 6 ? last.Year : last.Year - 1, last.Month is >= 6 and < 12 ? 6 : 12, 1);
        var found = await followUps.Handle(new(end.AddMonths(-5), end, null) { Country = pack.Country.Code }, cancel);
        if (found is not [{ Rounds.Count: > 0 } numbers]) return null;
        var figures = FollowUpFigures.Of(numbers, end, smallest);
        return new(end.AddMonths(-5), end, figures.Told, [.. figures.Amounts.Where(amount => amount.Indicator.CountsPeople && amount.Answered > 0)
            .Select(amount => new PublicCell(amount.Indicator.Id, amount.Indicator.Question.Label, (int?)amount.Sum))]);
    }

    private static PublicTable Table(IEnumerable<(string Code, string Name)> known, Func<string, int> count, int smallest)
    {
        var cells = known.Select(cell => (cell.Code, cell.Name, Count: count(cell.Code))).ToList();
        if (count("") is > 0 and var unknown) cells.Add(("", "", unknown));
        var shown = Suppression.Of(cells.ConvertAll(cell => cell.Count), smallest);
        return new([.. cells.Select((cell, at) => new PublicCell(cell.Code, cell.Name, shown.Cells[at]))], shown.Total);
    }
}
