using System.Collections.Frozen;

namespace CoopAssistant.Bot.Understanding;

/// <summary>What phrases begin with. Most of what a woman writes in a form (names, places) holds none of it, and then no phrase need be tried.</summary>
internal sealed class Openings
{
    private readonly FrozenSet<string> _words;

    /// <summary>By letter; null where none begins with it.</summary>
    private readonly string[]?[] _stems;

    public Openings(IEnumerable<PhraseBook> books)
    {
        Phrase[] phrases = [.. books.SelectMany(book => book.Phrases)];
        _words = phrases.SelectMany(phrase => phrase.FirstWords).ToFrozenSet(StringComparer.Ordinal);
        string[] stems = [.. phrases.SelectMany(phrase => phrase.FirstStems).Distinct(StringComparer.Ordinal)];
        _stems = new string[stems.Length == 0 ? 0 : stems.Max(stem => (int)stem[0]) + 1][];
        foreach (var stem in stems) _stems[stem[0]] = [.. _stems[stem[0]] ?? [], stem];
    }

    /// <summary>False: none of the phrases stands anywhere in what she said.</summary>
    public bool AnyIn(string[] sounds)
    {
        foreach (var sound in sounds)
            if (_words.Contains(sound) || BeginsLikeOne(sound))
                return true;
        return false;
    }

    private bool BeginsLikeOne(string sound)
    {
        if (sound[0] >= _stems.Length || _stems[sound[0]] is not { } stems) return false;
        foreach (var stem in stems)
            if (sound.StartsWith(stem, StringComparison.Ordinal))
                return true;
        return false;
    }
}
