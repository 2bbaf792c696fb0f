using System.Globalization;
using System.Text;

namespace CoopAssistant.Programme.Identity;

/// <summary>Text as it is compared and searched, so that accents, capitals and punctuation never decide.</summary>
public static class Plain
{
    /// <summary>Small letters without accents, apostrophes gone, everything that is neither letter nor digit one blank: «Ngäbe-Buglé» is <c>ngabe bugle</c>.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsPlain(text)) return text;
        var kept = new StringBuilder(text.Length);
        foreach (var letter in Decompose(text))
        {
            if (IsSilent(letter)) continue;
            if (char.IsLetterOrDigit(letter)) kept.Append(char.ToLowerInvariant(letter));
            else if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
        }
        if (kept.Length > 0 && kept[^1] == ' ') kept.Length--;
        return kept.ToString();
    }

    /// <summary>The same without blanks, for codes and numbers: «PA-4829-1736» is <c>pa48291736</c>.</summary>
    public static string Squeezed(string? text) => Of(text).Replace(" ", "", StringComparison.Ordinal);

    private static bool IsPlain(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterLower(letter) && !char.IsAsciiDigit(letter) && (letter != ' ' || before == ' ')) return false;
            before = letter;
        }
        return before != ' ';
    }

    /// <summary>Accents become marks of their own. Halves of a broken emoji cannot be decomposed and are left as they are.</summary>
    private static string Decompose(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text;
        try
        {
            return text.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return string.Concat(text.Where(letter => !char.IsSurrogate(letter))).Normalize(NormalizationForm.FormD);
        }
    }

    private static bool IsSilent(char letter) =>
        letter is '\'' or '’' or '‘' or 'ʼ' or '´' or '`'
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;
}
