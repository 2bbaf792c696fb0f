namespace CoopAssistant.Bot.Understanding;

/// <summary>Many phrases, looked up by the letter they begin with.</summary>
internal sealed class PhraseBook
{
    private const string Blanked = "-";

    private readonly Dictionary<char, List<Phrase>> _byBeginning = [];

    public PhraseBook(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
            foreach (var letter in phrase.Beginnings)
                (_byBeginning.TryGetValue(letter, out var list) ? list : _byBeginning[letter] = []).Add(phrase);
    }

    /// <summary>One of the phrases is all she said.</summary>
    public bool HasWhole(ReadOnlySpan<string> sounds) => Whole(sounds) is not null;

    /// <summary>The phrase that is all she said; null where none is.</summary>
    public Phrase? Whole(ReadOnlySpan<string> sounds)
    {
        if (sounds.IsEmpty || !_byBeginning.TryGetValue(sounds[0][0], out var phrases)) return null;
        foreach (var phrase in phrases)
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
            if (!_byBeginning.TryGetValue(seen[at][0], out var phrases)) continue;
            foreach (var phrase in phrases)
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
        if (!_byBeginning.TryGetValue(sounds[at][0], out var phrases)) return null;
        foreach (var phrase in phrases)
            if (phrase.StandsAt(sounds, at))
                return phrase;
        return null;
    }
}
