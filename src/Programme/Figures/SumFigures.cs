using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Figures;

/// <summary>How many are behind a figure, without going through them: for lists of so much that counting it takes longer than reading a page of it.</summary>
public sealed class SumFigures(ProgrammeDb db)
{
    /// <param name="Countries">The empty one: who is not registered anywhere.</param>
    /// <param name="First">First month.</param>
    /// <param name="Last">Last month, included.</param>
    public sealed record Request(FigureKind Kind, string Code, IReadOnlyList<string> Countries, DateOnly First, DateOnly Last, string? Region, Territory? Territory);

    /// <returns>As it was counted last; null where nothing was counted yet, or registrations are so few that a list counts its rows.</returns>
    public async Task<int?> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!await db.FiguresStamps.AnyAsync(cancel) || !await LargeProgramme.Is(db, cancel)) return null;
        var (kind, code, countries, first, last) = (request.Kind, request.Code, request.Countries.ToList(), request.First, request.Last);
        var figures = db.Figures.AsNoTracking().Within(request.Territory).Where(f => f.Kind == kind && f.Code == code && f.Month >= first && f.Month <= last && countries.Contains(f.Country));
        if (request.Region is { } region) figures = figures.Where(f => f.RegionCode == region);
        return await figures.SumAsync(f => f.Count, cancel);
    }
}
