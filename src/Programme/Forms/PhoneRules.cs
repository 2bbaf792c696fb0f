using System.Text.RegularExpressions;

namespace CoopAssistant.Programme.Forms;

/// <summary>How phone numbers look in a country. All of it is data of the programme's pack.</summary>
/// <param name="CountryCode">Digits without plus: 507.</param>
/// <param name="Mobile">National number of a mobile, digits only.</param>
/// <param name="Fixed">National number of a fixed line, digits only; null where only mobiles are taken.</param>
/// <param name="Example">A number written the way people write it.</param>
public sealed record PhoneRules(string CountryCode, Regex Mobile, Regex? Fixed, string Example)
{
    /// <summary>Reads what she typed (spaces, hyphens, brackets, +, 00 or the trunk 0 in front) as E.164; null where it is no number of this country.</summary>
    public string? Read(string? typed)
    {
        if (typed is null || typed.Length > 40) return null;
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = digits[2..];
        return Fits(digits) ? National(digits)
            : digits.StartsWith(CountryCode, StringComparison.Ordinal) && Fits(digits[CountryCode.Length..]) ? "+" + digits
            : digits.StartsWith('0') && Fits(digits[1..]) ? National(digits[1..])
            : null;
    }

    private bool Fits(string national) => Mobile.IsMatch(national) || Fixed?.IsMatch(national) == true;

    private string National(string digits) => "+" + CountryCode + digits;
}
