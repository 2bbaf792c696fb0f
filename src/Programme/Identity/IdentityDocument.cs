using CoopAssistant.Programme.Forms;

namespace CoopAssistant.Programme.Identity;

/// <summary>Finds her identity document in what she typed: «mi cédula es 8 123 456, gracias».</summary>
public static class IdentityDocument
{
    private const int MostWords = 12;

    /// <summary>The canonical form of the longest run of words that is a document of this country; null where there is none.</summary>
    public static string? Read(DocumentRules rules, string? typed)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (string.IsNullOrWhiteSpace(typed)) return null;
        if (rules.Read(typed) is { } whole) return whole;

        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords) return null;
        for (var length = words.Length - 1; length > 0; length--)
            for (var start = 0; start + length <= words.Length; start++)
                if (rules.Read(string.Join(' ', words, start, length).Trim('.', ',', ';', ':', '!')) is { } part)
                    return part;
        return null;
    }

    /// <summary>«Ahorita no la tengo, se la doy después»: no number, but a promise.</summary>
    public static bool IsNotAtHand(string text)
    {
        if (text.Any(char.IsAsciiDigit)) return false;
        var words = " " + Plain.Of(text) + " ";
        return NotAtHand.Any(phrase => words.Contains(phrase, StringComparison.Ordinal));
    }

    private static readonly string[] NotAtHand =
    [
        " despues ", " luego ", " mas tarde ", " otro dia ", " manana ", " no tengo ", " no la tengo ", " no lo tengo ", " no cargo ", " no la cargo ",
        " perdi ", " perdida ", " perdido ", " vencida ", " vencido ", " en tramite ", " no me acuerdo ", " no recuerdo ", " no me la se ", " no me lo se ",
    ];
}
