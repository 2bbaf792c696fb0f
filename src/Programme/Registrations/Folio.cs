using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Registrations;

/// <summary>
/// The code she reads aloud: country, seven digits and a check digit (Damm), in groups: <c>PA-4829-1736</c>.
/// Typed with spaces, hyphens, dots, small letters, O for 0 or I and L for 1 it is still understood.
/// </summary>
public readonly record struct Folio
{
    private Folio(string canonical) => Canonical = canonical;

    /// <summary>Without separators, upper case: PA48291736. This is what is stored and compared.</summary>
    public string Canonical { get; }

    /// <summary>As it is shown and said: PA-4829-1736.</summary>
    public string Spoken => $"{Canonical[..2]}-{Canonical[2..6]}-{Canonical[6..]}";

    public override string ToString() => Spoken;

    /// <summary>A fresh random folio. Whether it is free only the unique index says.</summary>
    /// <param name="prefix">Two capital letters of the country.</param>
    public static Folio Draw(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        var digits = RandomNumberGenerator.GetInt32(10_000_000).ToString("D7", System.Globalization.CultureInfo.InvariantCulture);
        return new Folio(prefix + digits + (char)('0' + CheckDigit.Of(digits)));
    }

    /// <summary>Reads what she typed. False where it is no folio or a digit is wrong.</summary>
    /// <param name="typed">Free text holding just the folio.</param>
    /// <param name="defaultPrefix">Country to assume when she typed only the digits; null to insist on letters.</param>
    public static bool TryParse([NotNullWhen(true)] string? typed, string? defaultPrefix, out Folio folio)
    {
        folio = default;
        if (typed is null || typed.Length > 40) return false;
        var kept = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
        if (kept.Length == 8 && defaultPrefix is not null) kept = defaultPrefix + kept;
        if (kept.Length != 10) return false;

        var prefix = kept[..2].Replace('0', 'O');
        var digits = kept[2..].Replace('O', '0').Replace('I', '1').Replace('L', '1');
        if (!prefix.All(char.IsAsciiLetterUpper) || !digits.All(char.IsAsciiDigit) || CheckDigit.Of(digits) != 0) return false;
        folio = new Folio(prefix + digits);
        return true;
    }
}
