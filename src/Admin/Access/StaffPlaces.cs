using CoopAssistant.Admin.Wording;

namespace CoopAssistant.Admin.Access;

/// <summary>Territories in words, and as one choice of a form: «», «PA», «PA/PA-2», «PA//cocle».</summary>
internal sealed class StaffPlaces(Programmes programmes)
{
    public string Say(string? country, string? region, string? office) => country switch
    {
        null => "Todo el programa",
        _ when office is not null => Office(country, office),
        _ when region is not null => $"{programmes.Region(country, region)}, {programmes.Country(country)}",
        _ => "Todo " + programmes.Country(country),
    };

    public static string Choice(string? country, string? region, string? office) => country switch
    {
        null => "",
        _ when office is not null => $"{country}//{office}",
        _ when region is not null => $"{country}/{region}",
        _ => country,
    };

    /// <summary>Null for a choice that was not offered.</summary>
    public (string? Country, string? Region, string? Office)? Read(string? choice)
    {
        var parts = (choice ?? "").Split('/');
        if (parts is [""]) return (null, null, null);
        if (programmes.Find(parts[0]) is not { } pack) return null;
        return parts switch
        {
            [var country] => (country, null, null),
            [var country, var region] when pack.Places.Top.Any(place => place.Code == region) => (country, region, null),
            [var country, "", var office] when pack.Offices.All.Any(known => known.Code == office && known.Covers.Count > 0) => (country, null, office),
            _ => null,
        };
    }

    private string Office(string country, string code)
    {
        var name = programmes.Find(country)?.Offices.All.FirstOrDefault(office => office.Code == code)?.Name ?? code;
        return char.ToUpper(name[0], Plural.Spanish) + name[1..];
    }
}
