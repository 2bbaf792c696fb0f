using System.Globalization;

namespace CoopAssistant.Programme.Identity;

/// <summary>A secret of a few digits that she chooses.</summary>
public static class SecretPin
{
    private const string Upwards = "0123456789012";
    private const string Downwards = "9876543210987";

    /// <summary>The digits she means, however spaced, as words or in a sentence; null where they are not exactly so many.</summary>
    public static string? Read(string? typed, int digits)
    {
        if (typed is null || typed.Length > 80) return null;
        var found = string.Concat(typed.Where(char.IsAsciiDigit));
        if (found.Length == 0) found = string.Concat(SpokenNumber.All(typed).Select(n => n.ToString(CultureInfo.InvariantCulture)));
        return found.Length == digits ? found : null;
    }

    /// <summary>Anybody would try it first: all the same digit, a run up or down, her year of birth.</summary>
    public static bool IsWeak(string pin, int? birthYear)
    {
        ArgumentNullException.ThrowIfNull(pin);
        return pin.All(digit => digit == pin[0])
            || Upwards.Contains(pin, StringComparison.Ordinal) || Downwards.Contains(pin, StringComparison.Ordinal)
            || (birthYear is { } year && pin == year.ToString(CultureInfo.InvariantCulture));
    }
}
