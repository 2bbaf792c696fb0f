using System.Globalization;
using System.Runtime.CompilerServices;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Forms;

/// <summary>Finds the options she names by number, label, alias or with a typing mistake. Built once for each list of options.</summary>
internal sealed class OptionIndex
{
    private const int ShortestMistyped = 4;
    private static readonly ConditionalWeakTable<IReadOnlyList<FormOption>, OptionIndex> Known = [];

    private readonly IReadOnlyList<FormOption> _options;
    private readonly Dictionary<string, int> _phrases = new(StringComparer.Ordinal);
    private readonly List<(string Sound, int Option)> _sounds = [];
    private readonly int _longestPhrase;

    private OptionIndex(IReadOnlyList<FormOption> options)
    {
        _options = options;
        for (var i = 0; i < options.Count; i++)
            foreach (var phrase in new[] { options[i].Value, options[i].Label }.Concat(options[i].Aliases).Select(Plain.Of))
            {
                if (phrase.Length == 0 || !_phrases.TryAdd(phrase, i)) continue;
                _longestPhrase = Math.Max(_longestPhrase, phrase.Count(c => c == ' ') + 1);
                if (phrase.Length >= ShortestMistyped) _sounds.Add((Sound.Of(phrase), i));
            }
    }

    internal static OptionIndex Of(IReadOnlyList<FormOption> options) => Known.GetValue(options, static list => new OptionIndex(list));

    /// <summary>The options in the order she names them, each once. Words that name nothing are passed over; a number that is not on the list makes the whole unreadable (null).</summary>
    internal IReadOnlyList<FormOption>? Find(string typed, bool several)
    {
        var whole = Plain.Of(typed);
        if (_phrases.TryGetValue(whole, out var only)) return [_options[only]];

        var words = ApartFromDigits(whole).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<int>();
        for (var at = 0; at < words.Length;)
        {
            if (PhraseAt(words, at) is var (option, length) && length > 0) { found.Add(option); at += length; continue; }
            if (!MeansAll(words, at) && NumberOf(words[at]) is { } number)
            {
                if (number >= 1 && number <= _options.Count) found.Add(number - 1);
                else if (several && _options.Count < 10 && words[at].All(digit => digit >= '1' && digit - '0' <= _options.Count)) found.AddRange(words[at].Select(digit => digit - '1'));
                else return null;
            }
            else if (Mistyped(words[at]) is { } meant) found.Add(meant);
            at++;
        }
        if (found.Count == 0 && Mistyped(whole) is { } all) found.Add(all);
        return [.. found.Distinct().Select(i => _options[i])];
    }

    private (int Option, int Length) PhraseAt(string[] words, int at)
    {
        for (var length = Math.Min(_longestPhrase, words.Length - at); length > 0; length--)
            if (_phrases.TryGetValue(length == 1 ? words[at] : string.Join(' ', words, at, length), out var option))
                return (option, length);
        return default;
    }

    /// <summary>The one option that sounds nearest, within a mistake for every four letters; null where two are as near.</summary>
    private int? Mistyped(string typed)
    {
        if (typed.Length < ShortestMistyped) return null;
        var word = Sound.Of(typed);
        var most = Math.Min(3, typed.Length / 4);
        int? nearest = null;
        foreach (var (sound, option) in _sounds)
        {
            if (Math.Abs(sound.Length - word.Length) > most) continue;
            var mistakes = EditDistance.Between(word, sound, most);
            if (mistakes > most) continue;
            if (mistakes < most || nearest is null) { most = mistakes; nearest = option; }
            else if (nearest != option) nearest = -1;
        }
        return nearest is >= 0 ? nearest : null;
    }

    private static int? NumberOf(string word) =>
        word.All(char.IsAsciiDigit) ? int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue
        : word is "un" or "una" ? null
        : word is "primero" or "primera" ? 1
        : word is "segundo" or "segunda" ? 2
        : word is "tercero" or "tercera" ? 3
        : SpokenNumber.First(word);

    /// <summary>«Los dos» is both, not the second.</summary>
    private static bool MeansAll(string[] words, int at) => at > 0 && words[at - 1] is ("los" or "las") && !char.IsAsciiDigit(words[at][0]);

    /// <summary>«1y3» is three words.</summary>
    private static string ApartFromDigits(string text)
    {
        var kept = new System.Text.StringBuilder(text.Length + 8);
        foreach (var letter in text)
        {
            if (kept.Length > 0 && kept[^1] != ' ' && letter != ' ' && char.IsAsciiDigit(kept[^1]) != char.IsAsciiDigit(letter)) kept.Append(' ');
            kept.Append(letter);
        }
        return kept.ToString();
    }
}
