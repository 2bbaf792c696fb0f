namespace CoopAssistant.Programme.Registrations;

/// <summary>
/// What of the country a staff member may see: whole countries, single regions, or both together.
/// Where a query takes a <c>Territory?</c>, null means everything. Registrations without a region are seen by their country's staff only.
/// </summary>
/// <param name="Countries">Country codes: PA, BO.</param>
/// <param name="Regions">Codes of first-level places: PA-2, BO-L.</param>
public sealed record Territory(IReadOnlyList<string> Countries, IReadOnlyList<string> Regions)
{
    public static Territory OfCountry(string country) => new([country], []);

    public static Territory OfRegions(params IReadOnlyList<string> regions) => new([], regions);

    public bool Covers(string country, string? region) =>
        Countries.Contains(country, StringComparer.Ordinal) || (region is not null && Regions.Contains(region, StringComparer.Ordinal));
}

/// <summary>Lies in a country and, where known, in one of its first-level places: what a <see cref="Territory"/> decides by.</summary>
public interface IInTerritory
{
    string Country { get; }
    string? RegionCode { get; }
}

internal static class TerritoryFilter
{
    internal static IQueryable<T> Within<T>(this IQueryable<T> all, Territory? territory) where T : class, IInTerritory
    {
        if (territory is null) return all;
        var countries = territory.Countries.ToList();
        var regions = territory.Regions.ToList();
        return all.Where(it => countries.Contains(it.Country) || (it.RegionCode != null && regions.Contains(it.RegionCode)));
    }
}
