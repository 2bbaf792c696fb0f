using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Groups;

/// <summary>Values of the placeholders that texts about a group may use.</summary>
public static class GroupWords
{
    /// <summary>{grupo} {rubro} {lugar} and the country's words for the place.</summary>
    public static Dictionary<string, string> Of(ProgrammePack pack, string? placeCode, string name, string rubro)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return new Dictionary<string, string>(pack.WordsFor(placeCode), StringComparer.Ordinal)
        {
            ["grupo"] = name,
            ["rubro"] = pack.Rubros.FirstOrDefault(r => r.Code == rubro)?.Label ?? rubro,
            ["lugar"] = pack.Places.Find(placeCode)?.Name ?? pack.Country.Name,
        };
    }
}
