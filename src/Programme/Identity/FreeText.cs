using System.Globalization;
using System.Text;

namespace CoopAssistant.Programme.Identity;

/// <summary>What she typed, made safe to keep: text stays text, whatever it looks like.</summary>
public static class FreeText
{
    private const char Joiner = '\u200d';

    /// <summary>One line without control or invisible characters, inner blanks single, ends trimmed, accents composed (NFC). Halves of a broken emoji fall away.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        if (IsClean(text)) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || IsInvisible(rune)) continue;
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune)) kept.Append(rune);
            else if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
        }
        if (kept.Length > 0 && kept[^1] == ' ') kept.Length--;
        return kept.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>There is at least one letter or digit: not just emoji or punctuation.</summary>
    public static bool SaysSomething(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>At most so many characters, never cutting one in two.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
    }

    /// <summary>The usual message: letters of Spanish and signs, single blanks inside.</summary>
    private static bool IsClean(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (letter is < ' ' or (>= '\u007f' and <= '\u00a0') or '\u00ad' or > '\u00ff' || (letter == ' ' && before == ' ')) return false;
            before = letter;
        }
        return before != ' ';
    }

    private static bool IsInvisible(Rune rune) =>
        rune.Value != Joiner
        && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.Format or UnicodeCategory.PrivateUse);
}
