namespace CoopAssistant.Programme.Packs;

/// <summary>A frequent question with the many ways it is asked.</summary>
/// <param name="Topic">Stable key: costo, requisitos.</param>
/// <param name="Text">The answer with placeholders of <see cref="ProgrammePack.WordsFor"/>.</param>
/// <param name="ByCountry">Answers that differ, by country code.</param>
/// <param name="Review">Day by which the facts are to be checked again; null where confirmed.</param>
public sealed record FrequentQuestion(
    string Topic, string Question, IReadOnlyList<string> Wordings, string Text,
    IReadOnlyDictionary<string, string> ByCountry, DateOnly? Review)
{
    /// <summary>The country's own answer where it has one. Null country: the common one.</summary>
    public string For(string? country) => country is not null && ByCountry.TryGetValue(country, out var own) ? own : Text;
}
