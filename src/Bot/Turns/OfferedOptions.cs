using System.Globalization;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Bot.Turns;

/// <summary>Finds which of the offered options she means, and keeps what the replies offer next.</summary>
internal static class OfferedOptions
{
    private const CompareOptions AsHeard = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.IgnoreSymbols;

    /// <summary>
    /// The value of the option she tapped, numbered (2, "2.", 2️⃣) or wrote out; otherwise her words, trimmed. A button of an older
    /// message counts as its words.
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
        return Written(state, text) is { } at ? (offered[at], true) : (text, false);
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

    private static bool ContainsLetterOrDigit(this ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (char.IsLetterOrDigit(letter)) return true;
        return false;
    }
}
