using System.Security.Cryptography;

namespace CoopAssistant.Programme.Participants;

/// <summary>Her four-digit PIN. Kept only as a salted PBKDF2 hash; four digits are protected by the count of failures, not by the hash.</summary>
public static class Pin
{
    private const int Iterations = 20_000;

    public static bool IsWellFormed(string text) => text.Length == 4 && text.All(char.IsAsciiDigit);

    public static string Hash(string pin)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return $"{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Derive(pin, salt))}";
    }

    /// <summary>Compares in constant time. False for a hash that is not ours.</summary>
    public static bool Matches(string pin, string hash)
    {
        if (hash.Split('.') is not [var salt, var expected]) return false;
        return CryptographicOperations.FixedTimeEquals(Derive(pin, Convert.FromBase64String(salt)), Convert.FromBase64String(expected));
    }

    private static byte[] Derive(string pin, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(pin, salt, Iterations, HashAlgorithmName.SHA256, 32);
}
