namespace CoopAssistant.Programme.Places;

/// <summary>A province, comarca, department, district, municipality, …: one entry of a programme's territory.</summary>
/// <param name="Code">What is stored: PA-2, PA-2.anton, BO-L.020101. Unique in its catalogue.</param>
/// <param name="Kind">As the pack says: provincia, comarca, distrito, municipio, AIOC.</param>
/// <param name="Level">1 for the outermost.</param>
/// <param name="Parent">Code of the place around it; null at level 1.</param>
public sealed record Place(string Code, string Name, string Kind, int Level, string? Parent)
{
    /// <summary>Other spellings and names of what lies in it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>A name between this place and its parent that has no level of its own (Bolivia's provinces); null for none.</summary>
    public string? Group { get; init; }

    /// <summary>For a place that is chosen first but lies inside another (Guna de Madugandí in Panamá): that one's code; else null.</summary>
    public string? LiesWithin { get; init; }

    /// <summary>Parents under which people also look for it (Ñürüm under Veraguas).</summary>
    public IReadOnlyList<string> AlsoIn { get; init; } = [];

    /// <summary>What stands for it in identity documents; null for none. Not the ISO number.</summary>
    public string? DocumentCode { get; init; }

    /// <summary>Languages spoken there beside Spanish, the most spoken first: tags of the form's languages. Empty: those of the place around it.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Capital or seat; null where none is known.</summary>
    public string? Seat { get; init; }

    /// <summary>What of it was not seen in an official source; null where nothing is in doubt.</summary>
    public ToConfirm? ToConfirm { get; init; }
}

/// <summary>What somebody has still to confirm about a place, or about the whole list.</summary>
/// <param name="What">Staff read it: "¿Queda dentro de la provincia de Panamá?".</param>
/// <param name="Review">Day by which it is to be checked again.</param>
public sealed record ToConfirm(string What, DateOnly Review);

/// <summary>What the places of one level are called: "provincia o comarca", "provincias y comarcas".</summary>
public sealed record PlaceLevel(string Name, string Plural);

/// <summary>Words around a name that do not change it, as the pack lists them.</summary>
/// <param name="Ignored">Left aside when names are compared: provincia, comarca, de, la.</param>
/// <param name="Abbreviations">Short forms and what they stand for: sta, santa.</param>
/// <param name="DoesNotKnow">Ways to say she does not know.</param>
public sealed record PlaceWords(
    IReadOnlyList<string> Ignored, IReadOnlyDictionary<string, string> Abbreviations, IReadOnlyList<string> DoesNotKnow)
{
    public static PlaceWords None { get; } = new([], new Dictionary<string, string>(StringComparer.Ordinal), []);
}
