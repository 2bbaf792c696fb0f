namespace CoopAssistant.Programme.Identity;

/// <summary>The end of an identity document, which a woman may say instead of her PIN.</summary>
public static class DocumentEnd
{
    private const int Length = 4;

    /// <summary>
    /// The last four letters or digits of the number, fewer where it is shorter. What follows a long number (Bolivia's
    /// complement and place of issue: «1234567-1A LP») does not count: people say the end of the number.
    /// </summary>
    public static string Of(string document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var number = document.Split(' ')[0];
        if (number.Split('-') is [.., var main, var complement] && main.Length >= Length && main.All(char.IsAsciiDigit) && complement.Any(char.IsAsciiLetter)) number = main;
        var kept = string.Concat(number.Where(char.IsAsciiLetterOrDigit));
        return kept.Length <= Length ? kept : kept[^Length..];
    }

    /// <summary>She said the end, or the whole document. Only one number is looked at, so that a list of guesses is one guess.</summary>
    public static bool Matches(string? typed, string? document)
    {
        if (document is null || typed is null || typed.Length > 80) return false;
        var (end, whole) = (Plain.Squeezed(Of(document)), Plain.Squeezed(document));
        var said = Plain.Squeezed(typed);
        if (said == end || said == whole) return true;
        return Plain.Of(typed).Split(' ').Where(word => word.Any(char.IsAsciiDigit)).ToList() is [var only] && (only == end || only == whole);
    }
}
