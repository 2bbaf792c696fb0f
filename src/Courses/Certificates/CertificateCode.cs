using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace CoopAssistant.Courses.Certificates;

/// <summary>
/// The code on a certificate: nine random signs and a check sign, in two groups: <c>7K4MQ-2X9HW</c>.
/// The signs are digits and letters without I, L, O and U; typed for 1 and 0, the first three are still understood.
/// </summary>
public sealed record CertificateCode
{
    private const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    private CertificateCode(string canonical) => Canonical = canonical;

    /// <summary>Ten signs without separator, upper case: what is stored and compared.</summary>
    public string Canonical { get; }

    public override string ToString() => $"{Canonical[..5]}-{Canonical[5..]}";

    /// <summary>A fresh random code, 45 bits. Whether it is free only the unique index says.</summary>
    public static CertificateCode Draw()
    {
        var drawn = RandomNumberGenerator.GetString(Signs, Length - 1);
        return new CertificateCode(drawn + CheckSign(drawn));
    }

    /// <summary>Reads what somebody typed or scanned. False where it is no code or a sign is wrong.</summary>
    public static bool TryParse([NotNullWhen(true)] string? typed, [NotNullWhen(true)] out CertificateCode? code)
    {
        code = null;
        if (typed is null || typed.Length > 40) return false;
        var kept = string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(Meant));
        if (kept.Length != Length || !kept.All(sign => Signs.Contains(sign, StringComparison.Ordinal)) || CheckSign(kept[..^1]) != kept[^1]) return false;
        code = new CertificateCode(kept);
        return true;
    }

    private static char Meant(char typed) => typed switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => typed,
    };

    /// <summary>A polynomial over the field of 32 elements (x⁵ + x² + 1): one wrong sign, or two neighbours swapped, always shows.</summary>
    private static char CheckSign(string signs)
    {
        var sum = 0;
        foreach (var sign in signs) sum = Times(sum ^ Signs.IndexOf(sign, StringComparison.Ordinal));
        return Signs[sum];
    }

    private static int Times(int element) => element < 16 ? element << 1 : (element << 1) ^ 0b100101;
}
