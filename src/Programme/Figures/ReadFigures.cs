using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Figures;

/// <summary>Where the programme stands, for whoever asks: sums of counted figures, three small queries however many women there are.</summary>
public sealed class ReadFigures(ProgrammeDb db)
{
    /// <param name="First">First month.</param>
    /// <param name="Last">Last month, included.</param>
    /// <param name="Territory">What of it may be seen; null for everything.</param>
    public sealed record Request(DateOnly First, DateOnly Last, Territory? Territory)
    {
        /// <summary>Null for all that may be seen.</summary>
        public string? Country { get; init; }

        /// <summary>Code of a first-level place; null for all of them.</summary>
        public string? Region { get; init; }
    }

    /// <param name="Sums">By kind and code; what is missing is 0.</param>
    /// <param name="ByMonth">Registrations by the month.</param>
    /// <param name="ByRegion">Registrations by country and region (empty where not known), most first.</param>
    /// <param name="CountedAt">Null where nothing was counted yet.</param>
    public sealed record Result(
        IReadOnlyDictionary<(FigureKind Kind, string Code), int> Sums, IReadOnlyDictionary<DateOnly, int> ByMonth, IReadOnlyList<RegionCount> ByRegion, DateTimeOffset? CountedAt)
    {
        public int Of(FigureKind kind, string code = "") => Sums.GetValueOrDefault((kind, code));

        /// <summary>All codes of a kind together.</summary>
        public int Total(FigureKind kind) => Sums.Where(sum => sum.Key.Kind == kind).Sum(sum => sum.Value);

        public IEnumerable<(string Code, int Count)> Codes(FigureKind kind) =>
            Sums.Where(sum => sum.Key.Kind == kind && sum.Value > 0).OrderByDescending(sum => sum.Value).ThenBy(sum => sum.Key.Code, StringComparer.Ordinal).Select(sum => (sum.Key.Code, sum.Value));
    }

    public sealed record RegionCount(string Country, string Region, int Count);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (first, last) = (request.First, request.Last);
        var figures = db.Figures.AsNoTracking().Within(request.Territory).Where(f => f.Month >= first && f.Month <= last);
        if (request.Country is { } country) figures = figures.Where(f => f.Country == country);
        if (request.Region is { } region) figures = figures.Where(f => f.RegionCode == region);
        var registered = figures.Where(f => f.Kind == FigureKind.Registered);

        var sums = await figures.GroupBy(f => new { f.Kind, f.Code }).Select(g => new { g.Key.Kind, g.Key.Code, Count = g.Sum(f => f.Count) }).ToListAsync(cancel);
        var months = await registered.GroupBy(f => f.Month).Select(g => new { g.Key, Count = g.Sum(f => f.Count) }).ToListAsync(cancel);
        var regions = await registered.GroupBy(f => new { f.Country, f.RegionCode }).Select(g => new { g.Key.Country, g.Key.RegionCode, Count = g.Sum(f => f.Count) }).ToListAsync(cancel);
        var stamp = await db.FiguresStamps.AsNoTracking().SingleOrDefaultAsync(cancel);
        return new(
            sums.ToDictionary(s => (s.Kind, s.Code), s => s.Count), months.ToDictionary(m => m.Key, m => m.Count),
            [.. regions.Select(r => new RegionCount(r.Country, r.RegionCode, r.Count)).OrderByDescending(r => r.Count).ThenBy(r => r.Country, StringComparer.Ordinal).ThenBy(r => r.Region, StringComparer.Ordinal)],
            stamp?.At);
    }
}
