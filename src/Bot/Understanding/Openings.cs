using System.Collections.Frozen;

namespace CoopAssistant.Bot.Understanding;

/// <summary>What phrases begin with. Most of what a woman writes in a form (names, places) holds none of it, and then no phrase need be tried.</summary>
internal sealed class Openings
{
    private readonly FrozenSet<string> _words;
    private readonly FrozenDictionary<char, string[]> _stems;

    public Openings(IEnumerable<PhraseBook> books)
    {
        Phrase[] phrases = [.. books.SelectMany(book => book.Phrases)];
        _words = phrases.SelectMany(phrase => phrase.FirstWords).ToFrozenSet(StringComparer.Ordinal);
        _stems = phrases.SelectMany(phrase => phrase.FirstStems).Distinct(StringComparer.Ordinal).GroupBy(stem => stem[0]).ToFrozenDictionary(letter => letter.Key, letter => letter.ToArray());
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
        if (!_stems.TryGetValue(sound[0], out var stems)) return false;
        foreach (var stem in stems)
            if (sound.StartsWith(stem, StringComparison.Ordinal))
                return true;
        return false;
    }
}
