using System.Numerics;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Places;

/// <summary>Brings names, typed or listed, to the forms in which they are compared.</summary>
internal sealed class PlaceNames
{
    private readonly HashSet<string> _ignored;
    private readonly Dictionary<string, string> _abbreviations;

    public PlaceNames(PlaceWords words)
    {
        _ignored = new(words.Ignored.Select(Plain.Of), StringComparer.Ordinal);
        _abbreviations = words.Abbreviations.ToDictionary(pair => Plain.Of(pair.Key), pair => Plain.Of(pair.Value), StringComparer.Ordinal);
    }

    public SpokenName Of(string typed)
    {
        var words = Plain.Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
            if (_abbreviations.TryGetValue(words[i], out var full))
                words[i] = full;
        var core = words.Where(word => !_ignored.Contains(word)).ToArray();
        return new SpokenName(string.Join(' ', words), string.Join(' ', core), Sound.Of(string.Join(' ', core.Length > 0 ? core : words)));
    }
}

/// <param name="Full">Plain, abbreviations written out.</param>
/// <param name="Core">Without words that do not tell places apart; may be empty.</param>
/// <param name="Sound">How the core sounds, without blanks.</param>
internal readonly record struct SpokenName(string Full, string Core, string Sound)
{
    private readonly uint _letters = LettersOf(Sound);

    /// <summary>A number of mistakes there must at least be, told by which letters occur: each mistake changes at most two.</summary>
    public int LettersApart(SpokenName other) => (BitOperations.PopCount(_letters ^ other._letters) + 1) / 2;

    private static uint LettersOf(string sound)
    {
        uint letters = 0;
        foreach (var letter in sound) letters |= 1u << (letter & 31);
        return letters;
    }
}
