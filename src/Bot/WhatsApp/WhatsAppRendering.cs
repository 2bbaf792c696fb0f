using System.Text;
using System.Text.RegularExpressions;
using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>One message of WhatsApp: text, a file, or a file with its text; or a template in place of both.</summary>
internal sealed record Bubble(string Body, string? MediaUrl)
{
    /// <summary>Twilio's id of the template; null for free text.</summary>
    public string? ContentSid { get; init; }

    /// <summary>What fills the template's gaps, in order.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];
}

/// <summary>Gives what we say WhatsApp's form: numbered options after a blank line, its own bold, 1600 characters at most, one file a message.</summary>
internal static partial class WhatsAppRendering
{
    /// <summary>UTF-16 code units (protocol A5).</summary>
    public const int MaxBody = 1600;

    /// <param name="publicBase">Base of rooted file addresses, without a slash at the end.</param>
    /// <returns>At least one; the same every time.</returns>
    public static IReadOnlyList<Bubble> Render(string text, MessageExtras extras, string publicBase)
    {
        var body = Bold().Replace(text.Trim(), "*${bold}*");
        if (extras.Options.Count > 0) body = WithOptions(body, extras.Options);
        var bodies = Split(body);
        if (extras.Media is not { } media) return bodies.Count == 0 ? [new Bubble("", null)] : bodies.ConvertAll(b => new Bubble(b, null));

        var url = media.Url.StartsWith('/') ? publicBase + media.Url : media.Url;
        var takesCaption = media.ContentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase) || media.ContentType.StartsWith("video/", StringComparison.OrdinalIgnoreCase);
        return takesCaption && bodies.Count == 1
            ? [new Bubble(bodies[0], url)]
            : [.. bodies.ConvertAll(b => new Bubble(b, null)), new Bubble("", url)];
    }

    private static string WithOptions(string body, IReadOnlyList<Option> options)
    {
        var lines = new StringBuilder(body);
        for (var i = 0; i < options.Count; i++)
            lines.Append(i > 0 ? "\n" : body.Length > 0 ? "\n\n" : "").Append(i + 1).Append(". ").Append(options[i].Label.Trim());
        return lines.ToString();
    }

    private static List<string> Split(string body)
    {
        var parts = new List<string>();
        var rest = body.AsSpan();
        while (rest.Length > MaxBody)
        {
            var end = PoliteEnd(rest[..MaxBody]);
            parts.Add(rest[..end].TrimEnd().ToString());
            rest = rest[end..].TrimStart();
        }

        if (rest.Length > 0) parts.Add(rest.ToString());
        return parts;
    }

    /// <summary>After a paragraph, else a sentence or line, else a word, if that keeps a good part; else anywhere but inside a character.</summary>
    private static int PoliteEnd(ReadOnlySpan<char> room)
    {
        var enough = room.Length / 3;
        if (room.LastIndexOf("\n\n") is var paragraph && paragraph >= enough) return paragraph;
        var sentence = Math.Max(room.LastIndexOf('\n'), Math.Max(room.LastIndexOf(". ") + 1, Math.Max(room.LastIndexOf("? ") + 1, room.LastIndexOf("! ") + 1)));
        if (sentence >= enough) return sentence;
        if (room.LastIndexOf(' ') is var word && word >= enough) return word;
        return char.IsHighSurrogate(room[^1]) ? room.Length - 1 : room.Length;
    }

    [GeneratedRegex(@"(\*\*|__)(?=\S)(?<bold>.+?)(?<=\S)(\*\*|__)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bold();
}
