using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Figures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CoopAssistant.Admin.Figures;

/// <summary>Period, country and region that are looked at; lives in the address. What an address says wrongly counts as not said.</summary>
/// <param name="Last">Included.</param>
public sealed record FiguresQuery(DateOnly First, DateOnly Last, string? Country, string? Region)
{
    /// <summary>A year, with the month that is running.</summary>
    private const int MonthsShown = 12;
    private const int MostMonths = 120;

    public static FiguresQuery Of(IQueryCollection query, DateOnly thisMonth)
    {
        var last = Months.Read(query["hasta"]) ?? thisMonth;
        var first = Months.Read(query["desde"]) ?? last.AddMonths(1 - MonthsShown);
        if (first > last) (first, last) = (last, first);
        if (first < last.AddMonths(1 - MostMonths)) first = last.AddMonths(1 - MostMonths);
        return new(first, last, Said(query["pais"]), Said(query["region"]));
    }

    /// <summary>What is asked of the database, never beyond the territory of who asks.</summary>
    public ReadFigures.Request For(HttpContext http) => new(First, Last, http.User.Territory()) { Country = Country, Region = Region };

    /// <summary>The same period and place on another page, with more said.</summary>
    public string Address(string path, params (string Name, string? Value)[] more)
    {
        var query = new QueryBuilder { { "desde", Months.Write(First) }, { "hasta", Months.Write(Last) } };
        if (Country is not null) query.Add("pais", Country);
        if (Region is not null) query.Add("region", Region);
        foreach (var (name, value) in more)
            if (value is not null) query.Add(name, value);
        return path + query;
    }

    /// <summary>«Panamá», «Coclé, Panamá», «todo lo que usted ve».</summary>
    internal string Where(Programmes programmes) => (Country, Region) switch
    {
        (null, null) => "Todo lo que usted ve",
        (null, { } region) => programmes.All.Select(pack => pack.Places.Find(region)?.Name).FirstOrDefault(name => name is not null) ?? region,
        ({ } country, null) => programmes.Country(country),
        ({ } country, { } region) => $"{programmes.Region(country, region)}, {programmes.Country(country)}",
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
