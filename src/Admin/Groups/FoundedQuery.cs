using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Groups;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Admin.Groups;

/// <summary>What leads to the list of groups from a figure: where, and founded or recognised when. What an address says wrongly counts as not said.</summary>
/// <param name="What">«reconocidas» for cooperatives by their recognition; null for groups by their founding.</param>
internal sealed record FoundedQuery(string? Country, string? Region, string? From, string? Until, string? What, IReadOnlyList<CountrySpan>? Spans)
{
    public static FoundedQuery None { get; } = new(null, null, null, null, null, null);

    public static FoundedQuery Of(IQueryCollection query, Programmes programmes)
    {
        var (country, region) = (Said(query["pais"]), Said(query["region"]));
        if (Months.Read(query["desde"]) is not { } first || Months.Read(query["hasta"]) is not { } last || last < first) return new(country, region, null, null, null, null);
        return new(country, region, Months.Write(first), Months.Write(last), query["que"] == "reconocidas" ? "reconocidas" : null, programmes.Spans(first, last));
    }

    public ListGroups.Request On(ListGroups.Request request) =>
        request with { Country = Country, Region = Region, Founded = What is null ? Spans : null, Recognised = What is null ? null : Spans };

    /// <summary>Null where nothing is filtered.</summary>
    public string? Say(Programmes programmes)
    {
        var where = Country is null ? null : Region is null ? programmes.Country(Country) : programmes.Region(Country, Region);
        var when = From is null ? null : $"{(What is null ? "fundados" : "reconocidas como cooperativa")} {Spell.Months(Months.Read(From)!.Value, Months.Read(Until)!.Value)}";
        return where is null && when is null ? null : string.Join(", ", new[] { when, where }.OfType<string>());
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
