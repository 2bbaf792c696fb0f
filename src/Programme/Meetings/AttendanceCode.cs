using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Meetings;

/// <summary>What is said aloud or scanned at the door: four digits and a check digit, said as <c>4829-1</c>. Good only around the meeting's time.</summary>
public readonly record struct AttendanceCode
{
    public const int Length = 5;

    private AttendanceCode(string digits) => Digits = digits;

    /// <summary>What is stored and compared.</summary>
    public string Digits { get; }

    public string Spoken => $"{Digits[..4]}-{Digits[4..]}";

    public override string ToString() => Spoken;

    /// <summary>A fresh random code. Whether it is free around that time only the database says.</summary>
    public static AttendanceCode Draw()
    {
        var digits = RandomNumberGenerator.GetInt32(10_000).ToString("D4", CultureInfo.InvariantCulture);
        return new AttendanceCode(digits + (char)('0' + CheckDigit.Of(digits)));
    }

    /// <summary>Finds a code in what she wrote: "ASISTENCIA 4829-1", "48 29 1". False where none is, or a digit is wrong.</summary>
    public static bool TryFind([NotNullWhen(true)] string? typed, out AttendanceCode code)
    {
        code = default;
        if (typed is null || typed.Length > 200) return false;
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (digits.Length != Length || CheckDigit.Of(digits) != 0) return false;
        code = new AttendanceCode(digits);
        return true;
    }
}
