using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Allies;

/// <summary>Who sees institutions: staff see those of the countries they work in, whatever their region. They say nothing of any woman.</summary>
internal static class AllyQueries
{
    public static bool Touches(Territory? territory, string country) => territory is null || territory.TouchedCountries.Contains(country, StringComparer.Ordinal);

    public static IQueryable<Ally> OfCountriesOf(this IQueryable<Ally> all, Territory? territory)
    {
        if (territory is null) return all;
        var countries = territory.TouchedCountries.ToList();
        return all.Where(a => countries.Contains(a.Country));
    }
}
