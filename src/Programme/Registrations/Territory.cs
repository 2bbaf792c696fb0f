using System.Linq.Expressions;

namespace CoopAssistant.Programme.Registrations;

/// <summary>
/// What of the country a staff member may see: whole countries, single regions, smaller places, or all together.
/// Where a query takes a <c>Territory?</c>, null means everything. Registrations without a region are seen by their country's staff only.
/// </summary>
/// <param name="Countries">Country codes: PA, BO.</param>
/// <param name="Regions">Codes of first-level places: PA-2, BO-L.</param>
public sealed record Territory(IReadOnlyList<string> Countries, IReadOnlyList<string> Regions)
{
    /// <summary>Codes of smaller places, each with all that lies in it: PA-8.chepo.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    public static Territory OfCountry(string country) => new([country], []);

    public static Territory OfRegions(params IReadOnlyList<string> regions) => new([], regions);

    public bool Covers(string country, string? region, string? place = null) =>
        Countries.Contains(country, StringComparer.Ordinal)
        || (region is not null && Regions.Contains(region, StringComparer.Ordinal))
        || (place is not null && Places.Any(own => place == own || place.StartsWith(own + ".", StringComparison.Ordinal)));

    /// <summary>Countries in which something of the territory lies.</summary>
    public IReadOnlyList<string> TouchedCountries =>
        [.. Countries.Concat(Regions.Concat(Places).Select(code => code.Split('-')[0])).Distinct(StringComparer.Ordinal)];

    /// <summary>The same as a condition that databases understand.</summary>
    public Expression<Func<T, bool>> Holds<T>() where T : class, IInTerritory
    {
        var (countries, regions) = (Countries.ToList(), Regions.ToList());
        Expression<Func<T, bool>> holds = it => countries.Contains(it.Country) || (it.RegionCode != null && regions.Contains(it.RegionCode));
        foreach (var place in Places) holds = Or(holds, Inside<T>(place));
        return holds;
    }

    private static Expression<Func<T, bool>> Inside<T>(string place) where T : class, IInTerritory
    {
        // Its region says the same and is indexed: beginnings of codes are not.
        var (region, within) = (place.Split('.')[0], place + ".");
        return it => it.RegionCode == region && (it.PlaceCode == place || (it.PlaceCode != null && it.PlaceCode.StartsWith(within)));
    }

    private static Expression<Func<T, bool>> Or<T>(Expression<Func<T, bool>> first, Expression<Func<T, bool>> second)
    {
        var same = new Renamed(second.Parameters[0], first.Parameters[0]);
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(first.Body, same.Visit(second.Body)), first.Parameters);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

/// <summary>Lies in a country and, where known, in one of its places: what a <see cref="Territory"/> decides by.</summary>
public interface IInTerritory
{
    string Country { get; }
    string? RegionCode { get; }

    /// <summary>Code of the most exact place known.</summary>
    string? PlaceCode { get; }
}

public static class TerritoryFilter
{
    /// <summary>What a member of staff may see.</summary>
    public static IQueryable<T> Within<T>(this IQueryable<T> all, Territory? territory) where T : class, IInTerritory =>
        territory is null ? all : all.Where(territory.Holds<T>());
}
