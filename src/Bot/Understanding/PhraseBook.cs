namespace CoopAssistant.Bot.Understanding;

/// <summary>Many phrases, looked up by the letter they begin with.</summary>
internal sealed class PhraseBook
{
    private const string Blanked = "-";

    /// <summary>By letter; null where none begins with it. A handful of books is asked about every word she writes.</summary>
    private readonly Phrase[]?[] _byBeginning;

    public PhraseBook(IEnumerable<Phrase> phrases)
    {
        Phrases = [.. phrases];
        _byBeginning = new Phrase[Phrases.Count == 0 ? 0 : Phrases.Max(phrase => phrase.Openings.Max(word => (int)word[0])) + 1][];
        foreach (var phrase in Phrases)
            foreach (var word in phrase.Openings)
                if (_byBeginning[word[0]] is not { } like || like[^1] != phrase) _byBeginning[word[0]] = [.. _byBeginning[word[0]] ?? [], phrase];
    }

    public IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>One of the phrases is all she said.</summary>
    public bool HasWhole(ReadOnlySpan<string> sounds) => Whole(sounds) is not null;

    /// <summary>The phrase that is all she said; null where none is.</summary>
    public Phrase? Whole(ReadOnlySpan<string> sounds)
    {
        if (sounds.IsEmpty) return null;
        foreach (var phrase in BeginningLike(sounds[0]))
            if (phrase.Is(sounds))
                return phrase;
        return null;
    }

    /// <summary>What she said with the words of these phrases taken out of sight.</summary>
    public string[] Blank(string[] sounds)
    {
        var seen = sounds;
        for (var at = 0; at < sounds.Length; at++)
        {
            foreach (var phrase in BeginningLike(seen[at]))
            {
                if (phrase.EndAt(seen, at) is not (>= 0 and var end)) continue;
                if (ReferenceEquals(seen, sounds)) seen = (string[])sounds.Clone();
                Array.Fill(seen, Blanked, at, end - at);
            }
        }
        return seen;
    }

    public bool StandsAt(ReadOnlySpan<string> sounds, int at) => At(sounds, at) is not null;

    /// <summary>One of the phrases is somewhere in what she said.</summary>
    public bool HasWithin(ReadOnlySpan<string> sounds) => Within(sounds) is not null;

    /// <summary>The phrase that is somewhere in what she said; null where none is.</summary>
    public Phrase? Within(ReadOnlySpan<string> sounds)
    {
        for (var at = 0; at < sounds.Length; at++)
            if (At(sounds, at) is { } phrase)
                return phrase;
        return null;
    }

    private Phrase? At(ReadOnlySpan<string> sounds, int at)
    {
        foreach (var phrase in BeginningLike(sounds[at]))
            if (phrase.StandsAt(sounds, at))
                return phrase;
        return null;
    }

    private ReadOnlySpan<Phrase> BeginningLike(string sound) => sound[0] < _byBeginning.Length ? _byBeginning[sound[0]] : [];
}
