using System.Buffers;
using System.Text;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Takes out of typed text what no screen, log or database should meet: control and direction characters, and broken bytes.</summary>
internal static class CleanText
{
    private static readonly SearchValues<char> Unwanted = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Where(c => c != '\n').Concat(Enumerable.Range(0x7F, 0x21)) // C0 but the new line, DEL, C1
            .Concat(Enumerable.Range(0x202A, 5)).Concat(Enumerable.Range(0x2066, 4)) // overrides of writing direction
            .Concat([0x2028, 0x2029, 0xFEFF, 0xFFFD, 0xFFFE, 0xFFFF]).Select(c => (char)c),
    ]);

    /// <param name="utf8">Valid UTF-8.</param>
    /// <param name="atMost">UTF-16 code units kept; a pair is never cut in two.</param>
    public static string Of(ReadOnlySpan<byte> utf8, int atMost)
    {
        if (utf8.IsEmpty) return "";
        var text = Encoding.UTF8.GetString(utf8);
        var from = text.AsSpan().IndexOfAny(Unwanted);
        if (from >= 0) text = Without(text, from);
        if (text.Length <= atMost) return text;
        return text[..(char.IsHighSurrogate(text[atMost - 1]) ? atMost - 1 : atMost)];
    }

    /// <summary>One line, trimmed; null for nothing.</summary>
    public static string? Line(ReadOnlySpan<byte> utf8, int atMost)
    {
        if (utf8.IsEmpty) return null;
        var line = Of(utf8, atMost).Replace('\n', ' ').Trim();
        return line.Length == 0 ? null : line;
    }

    private static string Without(string text, int from)
    {
        var clean = new StringBuilder(text.Length).Append(text, 0, from);
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (!Unwanted.Contains(c)) clean.Append(c);
            else if (c == '\t') clean.Append(' ');
            else if (c is '\u2028' or '\u2029' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) clean.Append('\n');
        }

        return clean.ToString();
    }
}
