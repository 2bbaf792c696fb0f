using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Bot.Turns;

/// <summary>Keeps out what a database or a JSON reader would choke on: NUL characters and halves of surrogate pairs.</summary>
internal static class CleanText
{
    /// <summary>The same message where there is nothing to clean, which is nearly always.</summary>
    public static InboundMessage Of(InboundMessage message)
    {
        if (IsClean(message.Text) && IsClean(message.ProfileName) && IsClean(message.ButtonValue) && IsClean(message.Location?.Label)) return message;
        return message with
        {
            Text = Clean(message.Text)!,
            ProfileName = Clean(message.ProfileName),
            ButtonValue = Clean(message.ButtonValue),
            Location = message.Location is { } place ? place with { Label = Clean(place.Label) } : null,
        };
    }

    private static bool IsClean(string? text)
    {
        if (text is null) return true;
        var rest = text.AsSpan();
        if (rest.Contains('\0')) return false;
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (at + 1 >= rest.Length || !char.IsSurrogatePair(rest[at], rest[at + 1])) return false;
            rest = rest[(at + 2)..];
        }
        return true;
    }

    private static string? Clean(string? text)
    {
        if (IsClean(text)) return text;
        var clean = new System.Text.StringBuilder(text!.Length);
        foreach (var rune in text.EnumerateRunes())
            if (rune.Value != 0) clean.Append(rune.ToString());
        return clean.ToString();
    }
}
