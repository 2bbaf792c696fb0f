using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CoopAssistant.Programme.Identity;

/// <summary>Given names or surnames as people write them: hyphens, apostrophes and the letters of every language stay.</summary>
public static partial class PersonName
{
    private static readonly string[] Particles = ["de", "del", "la", "las", "los", "y", "e", "da", "do", "di", "von", "van"];

    /// <summary>
    /// The name tidied up; null where it is none (no letter, a question, an address). «Me llamo …» falls away. Kept as
    /// typed unless it is all capitals or all small letters, which become capitals at the start of each word.
    /// Markup or code in it is text like any other.
    /// </summary>
    public static string? Read(string? typed)
    {
        var name = LeadIn().Replace(WithoutPictures(FreeText.Clean(typed)), "").Trim(' ', '.', ',', ';', ':', '!', '-', '_');
        if (!name.Any(char.IsLetter) || name.Contains('?', StringComparison.Ordinal) || name.Contains("://", StringComparison.Ordinal)) return null;
        return IsOneCase(name) ? Capitalise(name) : name;
    }

    private static bool IsOneCase(string name) =>
        name.Where(char.IsLetter).All(letter => !char.IsLower(letter)) || name.Where(char.IsLetter).All(letter => !char.IsUpper(letter));

    private static string Capitalise(string name)
    {
        var words = name.ToLowerInvariant().Split(' ');
        for (var i = 0; i < words.Length; i++)
            if (i == 0 || !Particles.Contains(words[i], StringComparer.Ordinal))
                words[i] = CapitaliseParts(words[i]);
        return string.Join(' ', words);
    }

    /// <summary>Ana-María, D'Angelo; but tsimaneʼ, where the apostrophe is a letter of the word.</summary>
    private static string CapitaliseParts(string word)
    {
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
            if (i == 0 || letters[i - 1] == '-' || (i == 2 && letters[1] is '\'' or '’' && letters.Length > 3))
                letters[i] = char.ToUpperInvariant(letters[i]);
        return new string(letters);
    }

    private static string WithoutPictures(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol)
                && rune.Value is not (0x200d or 0xfe0f or 0x20e3))
                kept.Append(rune);
        return FreeText.Clean(kept.ToString());
    }

    [GeneratedRegex(@"^(?:hola[\s,.!]+|buen[oa]s(?:\s+(?:d[ií]as|tardes|noches))?[\s,.!]+)?(?:yo\s+)?(?:me\s+llamo|mi\s+nombre\s+es|mis\s+nombres\s+son|mis?\s+apellidos?\s+(?:es|son)|yo\s+soy|soy|me\s+dicen|nombres?\s*:|apellidos?\s*:)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadIn();
}
