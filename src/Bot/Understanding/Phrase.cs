using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Bot.Understanding;

/// <summary>
/// A way of saying something, as written in <c>content/understanding</c>: words by their sound, <c>golp*</c> for any ending,
/// <c>~golpea</c> for the word or one with a single mistake, <c>a|b</c> for either, <c>{name}</c> for any word of a named list, <c>...</c> for up to <see cref="WidestGap"/> words between.
/// </summary>
internal sealed class Phrase
{
    public const int WidestGap = 4;

    private readonly Part[] _parts;

    private Phrase(string written, Part[] parts) => (Written, _parts) = (written, parts);

    /// <summary>As it stands in the file.</summary>
    public string Written { get; }

    /// <param name="lists">Named word lists, already known.</param>
    /// <exception cref="FormatException">The phrase names an unknown list, begins or ends with a gap, or begins with a word that may be misspelt; the message says so.</exception>
    public static Phrase Parse(string written, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        var parts = written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => Part.Parse(part, lists)).ToArray();
        if (parts.Length == 0 || parts[0].IsGap || parts[^1].IsGap) throw new FormatException($"«{written}» begins or ends with a gap, or is empty");
        if (parts[0].Misspelt is not null) throw new FormatException($"«{written}» begins with a word that may be misspelt; such a word stands after another, or in the list of misspelt words");
        return new Phrase(written, parts);
    }

    /// <summary>What its first word may be or begin with; lets a book skip most phrases.</summary>
    public IEnumerable<string> Openings => FirstWords.Concat(FirstStems);

    /// <summary>What its first word may be, and what it may begin with.</summary>
    public IReadOnlyList<string> FirstWords => _parts[0].Words;
    public IReadOnlyList<string> FirstStems => _parts[0].Stems;

    /// <summary>True where the words, all of them, are this phrase.</summary>
    public bool Is(ReadOnlySpan<string> sounds) => End(sounds, 0, 0, toTheEnd: true) >= 0;

    /// <summary>True where the phrase stands at this word.</summary>
    public bool StandsAt(ReadOnlySpan<string> sounds, int at) => EndAt(sounds, at) >= 0;

    /// <summary>Where the phrase that begins at this word ends, exclusive; negative where it does not stand here.</summary>
    public int EndAt(ReadOnlySpan<string> sounds, int at) => End(sounds, at, 0, toTheEnd: false);

    private int End(ReadOnlySpan<string> sounds, int at, int part, bool toTheEnd)
    {
        if (part == _parts.Length) return !toTheEnd || at == sounds.Length ? at : -1;
        if (_parts[part].IsGap)
        {
            for (var skipped = 0; skipped <= WidestGap && at + skipped < sounds.Length; skipped++)
                if (End(sounds, at + skipped, part + 1, toTheEnd) is >= 0 and var end)
                    return end;
            return -1;
        }
        return at < sounds.Length && _parts[part].Fits(sounds[at]) ? End(sounds, at + 1, part + 1, toTheEnd) : -1;
    }

    /// <param name="Misspelt">Null where each must be right.</param>
    private sealed record Part(string[] Words, string[] Stems, MisspeltWords? Misspelt)
    {
        public bool IsGap { get; } = Words.Length == 0 && Stems.Length == 0 && Misspelt is null;

        public static Part Parse(string written, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
        {
            if (written == "...") return new Part([], [], null);
            var all = written.Split('|').SelectMany(word => Named(word, lists)).ToArray();
            string[] misspelt = [.. all.Where(word => word.StartsWith('~')).Select(word => SoundOf(word[1..]))];
            return new Part(
                [.. all.Where(word => !word.StartsWith('~') && !word.EndsWith('*')).Select(SoundOf)],
                [.. all.Where(word => word.EndsWith('*')).Select(word => SoundOf(word[..^1]))],
                misspelt.Length == 0 ? null : new MisspeltWords(misspelt));
        }

        public bool Fits(string sound)
        {
            foreach (var word in Words)
                if (word == sound)
                    return true;
            foreach (var stem in Stems)
                if (sound.StartsWith(stem, StringComparison.Ordinal))
                    return true;
            return Misspelt is not null && Misspelt.Find(sound) >= 0;
        }

        private static IEnumerable<string> Named(string word, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
        {
            if (!word.StartsWith('{')) return [word];
            return lists.TryGetValue(word.Trim('{', '}'), out var list) ? list : throw new FormatException($"there is no list {word}");
        }

        private static string SoundOf(string word)
        {
            var plain = Plain.Of(word);
            return plain.Length > 0 && !plain.Contains(' ') ? Sound.Of(plain) : throw new FormatException($"«{word}» is not one word");
        }
    }
}
