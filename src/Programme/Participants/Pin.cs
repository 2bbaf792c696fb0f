using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoopAssistant.Programme.Participants;

/// <summary>
/// Her PIN. Kept only as a salted hash. Ten thousand PINs are tried in a moment whatever the hash costs: what protects
/// them is the count of failures (<see cref="Participant.MaxFailedProofs"/>), so the hash is cheap enough for a turn.
/// </summary>
public static class Pin
{
    private const int Iterations = 100;
    private const int MostIterations = 1_000_000;

    public static bool IsWellFormed(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);

    /// <summary>As it is stored: iterations, salt and PBKDF2-SHA256 hash, so that the cost can change later.</summary>
    public static string Hash(string pin)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"{Iterations}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Derive(pin, salt, Iterations))}";
    }

    /// <summary>Compares in constant time. False for a hash that is not ours.</summary>
    public static bool Matches(string pin, string hash)
    {
        if (hash.Split('.') is not [var count, var salt, var expected]) return false;
        if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) || iterations is < 1 or > MostIterations) return false;
        Span<byte> saltBytes = stackalloc byte[64], expectedBytes = stackalloc byte[64];
        return Convert.TryFromBase64String(salt, saltBytes, out var saltLength) && Convert.TryFromBase64String(expected, expectedBytes, out var expectedLength)
            && CryptographicOperations.FixedTimeEquals(Derive(pin, saltBytes[..saltLength], iterations), expectedBytes[..expectedLength]);
    }

    /// <summary>For the moment between her first saying it and her repeating it: comparable, but not readable.</summary>
    internal static string Seal(string pin)
    {
        var salt = RandomNumberGenerator.GetBytes(12);
        return Convert.ToBase64String(salt) + Digest(pin, salt);
    }

    /// <summary>False for a seal that is not ours.</summary>
    internal static bool IsSealed(string pin, string seal)
    {
        var salt = new byte[12];
        return seal.Length > 16 && Convert.TryFromBase64String(seal[..16], salt, out var read) && read == salt.Length && seal[16..] == Digest(pin, salt);
    }

    private static string Digest(string pin, byte[] salt) => Convert.ToBase64String(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(pin)])[..16]);

    private static byte[] Derive(string pin, ReadOnlySpan<byte> salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(pin, salt, iterations, HashAlgorithmName.SHA256, 32);
}
