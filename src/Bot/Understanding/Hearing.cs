using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Bot.Understanding;

/// <summary>Understands what a woman wrote, by the phrases of <c>content/understanding</c>. Pure; made once.</summary>
internal sealed class Hearing(HeardPhrases phrases)
{
    private const int ShortestMistyped = 4;

    /// <summary>As long as a message may be: what matters most may stand at its end.</summary>
    private const int MostCharacters = 4096;

    private readonly MisspeltWords _forgiven = new([.. phrases.ForgivenWords.Select(forgiven => forgiven.Word)]);
    private readonly MisspeltWords _violence = new([.. phrases.ViolenceMisspelt.SelectMany(phrase => phrase.FirstWords)]);

    /// <summary>The first of her intentions by priority.</summary>
    /// <param name="mayBeAName">A name or a place was asked: single words that are names too (Socorro, Alto) are left to the question.</param>
    public Heard Hear(string text, bool mayBeAName = false) => Listen(text, mayBeAName).Heard;

    /// <summary>The same with the phrase by which it was heard; null where by none.</summary>
    public (Heard Heard, Phrase? By) Listen(string text, bool mayBeAName = false)
    {
        if (IsOnlyDigits(text)) return (Heard.Nothing, null);
        var sounds = SoundsOf(text);
        if (sounds.Length == 0) return (Heard.Nothing, null);
        var mayHoldPhrases = phrases.Openings.AnyIn(sounds);
        if (HintsAtViolence(sounds, mayBeAName, mayHoldPhrases) is { } hint) return (new Heard(Intent.Violence, Certainty.Within), hint);
        if (!mayHoldPhrases) return (GreetedOrMistyped(sounds, WithoutPoliteness(sounds)), null);

        var said = WithoutPoliteness(sounds);
        foreach (var ways in phrases.Intents)
        {
            if (mayBeAName && sounds.Length == 1 && phrases.AlsoNames.Contains(sounds[0])) break;
            if (ways.Except.HasWithin(sounds)) continue;
            if ((ways.Whole.Whole(sounds) ?? ways.Whole.Whole(said)) is { } whole) return (new Heard(ways.Intent, Certainty.Whole), whole);
            if (ways.Within.Within(sounds) is { } within) return (new Heard(ways.Intent, Certainty.Within), within);
        }
        return (GreetedOrMistyped(sounds, said), null);
    }

    /// <summary>She says this somewhere in what she wrote.</summary>
    public bool Hears(Said said, string text) => phrases.Said[said].HasWithin(SoundsOf(text));

    /// <summary>This is all she wrote.</summary>
    public bool HearsOnly(Said said, string text) => phrases.Said[said].HasWhole(SoundsOf(text));

    /// <summary>Her words by their sound.</summary>
    public static string[] SoundsOf(string text)
    {
        var words = Plain.Of(text.Length > MostCharacters ? text[..MostCharacters] : text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = 0;
        for (var at = 0; at < words.Length; at++)
            if (Sound.Of(words[at]) is { Length: > 0 } sound)
                words[kept++] = sound;
        return kept == words.Length ? words : words[..kept];
    }

    private Phrase? HintsAtViolence(string[] sounds, bool mayBeAName, bool mayHoldPhrases)
    {
        if (!mayHoldPhrases) return Misspelt(sounds);
        var alone = mayBeAName ? null : phrases.ViolenceAlone.Whole(sounds) ?? phrases.ViolenceAlone.Whole(WithoutPoliteness(sounds));
        if (alone is not null) return alone;
        var said = phrases.NotViolence.Blank(sounds);
        return phrases.Violence.Within(said) ?? Misspelt(said);
    }

    private Phrase? Misspelt(string[] sounds)
    {
        foreach (var sound in sounds)
            if (_violence.Find(sound) is >= 0 and var at)
                return phrases.ViolenceMisspelt[at];
        return null;
    }

    private string[] WithoutPoliteness(string[] sounds)
    {
        var kept = Array.FindAll(sounds, sound => !phrases.Ignored.Contains(sound));
        return kept.Length == 0 ? sounds : kept;
    }

    private Heard GreetedOrMistyped(string[] sounds, string[] said) => IsGreeting(sounds) ? new Heard(Intent.Greet, Certainty.Whole) : Mistyped(said);

    private bool IsGreeting(string[] sounds) =>
        sounds.Length <= 8 && phrases.GreetingStarts.StandsAt(sounds, 0) && Array.TrueForAll(sounds, phrases.Greetings.Contains);

    private Heard Mistyped(string[] said)
    {
        if (said.Length != 1 || said[0].Length < ShortestMistyped) return Heard.Nothing;
        return _forgiven.Find(said[0]) is >= 0 and var at ? new Heard(phrases.ForgivenWords[at].Intent, Certainty.Mistyped) : Heard.Nothing;
    }

    private static bool IsOnlyDigits(string text)
    {
        foreach (var letter in text)
            if (!char.IsAsciiDigit(letter) && letter != ' ')
                return false;
        return true;
    }
}
