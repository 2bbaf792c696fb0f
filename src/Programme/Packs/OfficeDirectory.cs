using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Packs;

/// <param name="Name">In the middle of a sentence: "la oficina regional de MITRADEL en Coclé".</param>
/// <param name="Covers">Codes of the places it answers for, with all that lies in them.</param>
/// <param name="Phone">Null where no source gives one; never guessed.</param>
/// <param name="Hours">Null where not known: then hours are not spoken of.</param>
/// <param name="Review">Day by which the facts are to be checked again; null where confirmed.</param>
public sealed record Office(
    string Code, string Name, string Institution, IReadOnlyList<string> Covers, string? Town, string? Address,
    string? Phone, string? Hours, string? Note, DateOnly? Review);

/// <summary>Which office answers for which place.</summary>
/// <param name="Central">Answers where no other does.</param>
public sealed record OfficeDirectory(IReadOnlyList<Office> All, Office Central, PlaceCatalogue Places)
{
    /// <summary>The office of the place or of the nearest one around it; the central one for an unknown or null code.</summary>
    public Office For(string? placeCode)
    {
        foreach (var place in Places.Chain(placeCode))
            if (All.FirstOrDefault(office => office.Covers.Contains(place.Code, StringComparer.Ordinal)) is { } office)
                return office;
        return Central;
    }
}
