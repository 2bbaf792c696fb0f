using System.Collections.Frozen;
using System.Globalization;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Bot.Turns;

/// <summary>Finds which of the offered options she means, and keeps what the replies offer next.</summary>
internal static class OfferedOptions
{
    private const int LongestSpoken = 30;
    private const int ShortestMisspelt = 5;

    private static readonly FrozenSet<string> BeforeANumber = FrozenSet.Create(StringComparer.Ordinal, "el", "la", "lo", "opcion", "numero", "respuesta", "es");

    private static readonly FrozenDictionary<string, int> Ordinals = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["primera"] = 1, ["primero"] = 1, ["segunda"] = 2, ["segundo"] = 2, ["tercera"] = 3, ["tercero"] = 3, ["cuarta"] = 4, ["cuarto"] = 4, ["quinta"] = 5, ["quinto"] = 5,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const CompareOptions AsHeard = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols;

    /// <summary>
    /// The value of the option she tapped, numbered (2, "2.", 2️⃣, "el 2", "dos", "la segunda") or wrote out, with one mistake too; otherwise her
    /// words, trimmed. A button of an older message counts as its words.
    /// </summary>
    public static (string Text, bool IsOffered) Read(ConversationState state, InboundMessage message)
    {
        var text = message.Text.Trim();
        var offered = state.OfferedValues;
        if (message.ButtonValue is { } button)
        {
            if (offered.Contains(button, StringComparer.Ordinal)) return (button, true);
            if (text.Length == 0) text = button.Trim();
        }
        if (offered.Count == 0 || text.Length == 0) return (text, false);
        if (Number(text) is { } number) return number >= 1 && number <= offered.Count ? (offered[number - 1], true) : (text, false);
        return (Written(state, text) ?? Spoken(text, offered.Count) ?? Nearly(state, text)) is { } at ? (offered[at], true) : (text, false);
    }

    /// <summary>What she may answer next: the options of the last reply that has some; none where replies have none; as before without replies.</summary>
    public static ConversationState Keep(ConversationState state, ConversationState before, IReadOnlyList<OutgoingMessage> replies)
    {
        if (replies.Count == 0) return state with { OfferedValues = before.OfferedValues, OfferedLabels = before.OfferedLabels };
        for (var i = replies.Count - 1; i >= 0; i--)
        {
            var options = replies[i].Options;
            if (options.Count == 0) continue;
            var (values, labels) = (new string[options.Count], new string[options.Count]);
            for (var o = 0; o < options.Count; o++) (values[o], labels[o]) = (options[o].Value, options[o].Label);
            return state with { OfferedValues = values, OfferedLabels = labels };
        }
        return state.OfferedValues.Count == 0 && state.OfferedLabels.Count == 0 ? state : state with { OfferedValues = [], OfferedLabels = [] };
    }

    /// <summary>One or two digits, alone but for what surrounds them when typed in a hurry or as a keycap emoji.</summary>
    private static int? Number(string text)
    {
        var number = 0;
        var digits = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                if (++digits > 2) return null;
                number = (number * 10) + (letter - '0');
            }
            else if (letter is not ('.' or ')' or '(' or '-' or '#' or ' ' or '*' or '\uFE0F' or '\u20E3'))
            {
                return null;
            }
        }
        return digits == 0 ? null : number;
    }

    private static int? Written(ConversationState state, string text)
    {
        if (!text.AsSpan().ContainsLetterOrDigit()) return null;
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        for (var i = 0; i < state.OfferedValues.Count; i++)
        {
            if (string.Equals(state.OfferedValues[i], text, StringComparison.OrdinalIgnoreCase)) return i;
            if (i < state.OfferedLabels.Count && compare.Compare(state.OfferedLabels[i], text, AsHeard) == 0) return i;
        }
        return null;
    }

    /// <summary>A number in words, or with what one says before it.</summary>
    private static int? Spoken(string text, int count)
    {
        if (text.Length > LongestSpoken) return null;
        var words = Plain.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).AsSpan();
        while (words.Length > 1 && BeforeANumber.Contains(words[0])) words = words[1..];
        if (words.Length != 1) return null;
        var at = Ordinals.TryGetValue(words[0], out var ordinal) ? ordinal : words[0] == "una" ? 0 : SpokenNumber.First(words[0]) ?? 0;
        return at >= 1 && at <= count ? at - 1 : null;
    }

    /// <summary>The one option of a single word that she misspelt by a letter.</summary>
    private static int? Nearly(ConversationState state, string text)
    {
        if (text.Length is < ShortestMisspelt or > LongestSpoken) return null;
        var said = Plain.Of(text);
        int? found = null;
        for (var i = 0; i < state.OfferedLabels.Count; i++)
        {
            var label = Plain.Of(state.OfferedLabels[i]);
            if (label.Length < ShortestMisspelt || label.Contains(' ') || EditDistance.Between(label, said, most: 1) > 1) continue;
            if (found is not null) return null;
            found = i;
        }
        return found;
    }

    private static bool ContainsLetterOrDigit(this ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (char.IsLetterOrDigit(letter)) return true;
        return false;
    }
}
