using System.Collections.Frozen;

namespace CoopAssistant.Messaging.Wording;

/// <summary>The wording of every country, and the neutral one that is used until her country is known.</summary>
public sealed class SpokenWords
{
    private readonly FrozenDictionary<string, Speech> _byCountry;

    internal SpokenWords(Speech neutral, IEnumerable<KeyValuePair<string, Speech>> byCountry) =>
        (Neutral, _byCountry) = (neutral, byCountry.ToFrozenDictionary(StringComparer.Ordinal));

    public Speech Neutral { get; }

    /// <param name="country">Code such as PA; null or unknown gives the neutral wording.</param>
    public Speech For(string? country) => country is not null && _byCountry.TryGetValue(country, out var speech) ? speech : Neutral;
}

/// <summary>What the wording needs of a country.</summary>
/// <param name="Language">Names the file of its own texts, if it has one: es-PA reads <c>wording/es-PA.yaml</c>.</param>
/// <param name="Words">Its names and glossary: what may stand in braces in any text.</param>
public sealed record CountryWords(string Code, string Language, IReadOnlyDictionary<string, string> Words);
