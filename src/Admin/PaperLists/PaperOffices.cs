using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.PaperLists;

/// <summary>Offices for whose territory somebody may bring lists in, as choices of a form: «PA/cocle».</summary>
internal static class PaperOffices
{
    public static IReadOnlyList<(string Choice, string Name)> For(Programmes programmes, Territory? territory) =>
    [
        .. programmes.All.SelectMany(pack => pack.Offices.All.Where(office => Answers(pack, office, territory)).Select(office => ($"{pack.Country.Code}/{office.Code}", $"{NameOf(office)} · {pack.Country.Name}"))),
    ];

    /// <summary>Null for what was not offered.</summary>
    public static (ProgrammePack Pack, Office Office)? Read(Programmes programmes, Territory? territory, string? choice) =>
        choice?.Split('/') is [var country, var code] && programmes.Find(country) is { } pack && pack.Offices.All.FirstOrDefault(office => office.Code == code) is { } known && Answers(pack, known, territory) ? (pack, known) : null;

    public static string Say(Programmes programmes, string country, string code) => programmes.Find(country)?.Offices.All.FirstOrDefault(office => office.Code == code) is { } office ? NameOf(office) : code;

    private static bool Answers(ProgrammePack pack, Office office, Territory? territory) =>
        territory is null || territory.Countries.Contains(pack.Country.Code, StringComparer.Ordinal) || office.Covers.Any(place =>
            territory.Covers(pack.Country.Code, pack.Places.RegionOf(place), place) || territory.Places.Any(own => pack.Places.RegionOf(own) == place));

    private static string NameOf(Office office) => char.ToUpper(office.Name[0], Plural.Spanish) + office.Name[1..];
}
