namespace CoopAssistant.Programme.Packs;

/// <summary>A text of a status, and what is said instead where a value of its is not known.</summary>
/// <param name="Otherwise">Null where <paramref name="Text"/> needs nothing that may be unknown.</param>
public sealed record StatusText(string Text, string? Otherwise)
{
    /// <summary>Filled with the values; <see cref="Otherwise"/> where one is missing or blank.</summary>
    public string Say(IReadOnlyDictionary<string, string> values)
    {
        var text = Otherwise is null || Placeholders.CanFill(Text, values) ? Text : Otherwise;
        return Placeholders.Fill(text, values);
    }
}

/// <param name="Code">REG-0 … REG-9, as staff and reports name it.</param>
/// <param name="Text">May use, besides <see cref="ProgrammePack.WordsFor"/>: {folio} {nombre} {fecha}, always known, and {tel} {dato} {comunidad}.</param>
public sealed record StatusWording(string Code, string Name, StatusText Text)
{
    /// <summary>What is read aloud of it, the same for every woman; may use the country's words. Null where there is no voice.</summary>
    public string? Spoken { get; init; }
}

/// <summary>A phase of the programme: PA-1 Acercamiento a la comunidad.</summary>
public sealed record Phase(string Code, string Name, IReadOnlyList<PhaseStep> Steps);

/// <param name="Responsible">Code of the ministry or an institution.</param>
/// <param name="Text">May use, besides <see cref="ProgrammePack.WordsFor"/>: {fecha} {lugar} {n} {m} {mes} {numero} {gobierno}.</param>
public sealed record PhaseStep(string Code, string Name, string Responsible, StatusText Text)
{
    /// <summary>What is read aloud of it, the same for every woman; may use the country's words. Null where there is no voice.</summary>
    public string? Spoken { get; init; }

    /// <summary>Days it is expected to take; null where nobody said.</summary>
    public int? ExpectedDays { get; init; }

    /// <summary>What is done in it.</summary>
    public IReadOnlyList<string> Activities { get; init; } = [];

    /// <summary>Steps that are finished or skipped before it begins, by code.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>It begins with as many members as the law asks for.</summary>
    public bool NeedsFounders { get; init; }

    /// <summary>It begins once the cooperative is recognised.</summary>
    public bool NeedsRecognition { get; init; }
}
