using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Groups;

/// <summary>What a woman tells others so that they join her group: six digits and a check digit, said as <c>482-9135</c>.</summary>
public readonly record struct GroupCode
{
    private const int Length = 7;

    private GroupCode(string digits) => Digits = digits;

    /// <summary>What is stored and compared.</summary>
    public string Digits { get; }

    public string Spoken => $"{Digits[..3]}-{Digits[3..]}";

    public override string ToString() => Spoken;

    /// <summary>A fresh random code. Whether it is free only the unique index says.</summary>
    public static GroupCode Draw()
    {
        var digits = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
        return new GroupCode(digits + (char)('0' + CheckDigit.Of(digits)));
    }

    /// <summary>Finds a code in what she wrote: "GRUPO 482 9135", "mi codigo es 482-9135". False where none is, or a digit is wrong.</summary>
    public static bool TryFind([NotNullWhen(true)] string? typed, out GroupCode code)
    {
        code = default;
        if (typed is null || typed.Length > 200) return false;
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (digits.Length != Length || CheckDigit.Of(digits) != 0) return false;
        code = new GroupCode(digits);
        return true;
    }
}
