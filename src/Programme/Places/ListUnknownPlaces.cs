using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Places;

/// <summary>Places that women wrote and nobody has explained yet, those of most women first; and the spellings that staff added.</summary>
public sealed class ListUnknownPlaces(ProgrammeDb db)
{
    private const int Most = 200;

    /// <param name="Words">One of the spellings.</param>
    /// <param name="Women">Registrations that wait for it.</param>
    public sealed record Line(string Country, string? RegionCode, string Plain, string Words, int Women, DateTimeOffset Since);

    public async Task<IReadOnlyList<Line>> Handle(Territory? territory, CancellationToken cancel)
    {
        var lines = await db.UnknownPlaces.AsNoTracking().Within(territory).Where(u => u.SettledAt == null)
            .GroupBy(u => new { u.Country, u.RegionCode, u.Plain })
            .Select(g => new { g.Key.Country, g.Key.RegionCode, g.Key.Plain, Words = g.Min(u => u.Words)!, Women = g.Count(), Since = g.Min(u => u.At) })
            .OrderByDescending(g => g.Women).ThenBy(g => g.Plain).ThenBy(g => g.RegionCode).Take(Most).ToListAsync(cancel);
        return [.. lines.Select(g => new Line(g.Country, g.RegionCode, g.Plain, g.Words, g.Women, g.Since))];
    }

    public Task<List<PlaceAlias>> Aliases(string? country, CancellationToken cancel) =>
        db.PlaceAliases.AsNoTracking().Where(a => country == null || a.Country == country).OrderByDescending(a => a.Id).Take(Most).ToListAsync(cancel);
}
