using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CoopAssistant.Bot.WebChat.Tokens;

/// <summary>JSON Web Tokens with HS256 (RFC 7515), and no other algorithm: there is nothing to choose, so nothing to trick.</summary>
internal static class Jwt
{
    /// <summary>Longest token looked at; ours have some 300 characters.</summary>
    public const int MaxLength = 4_000;

    public static string Sign(ReadOnlySpan<byte> payload, string keyId, ReadOnlySpan<byte> secret)
    {
        var header = Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"alg":"HS256","typ":"JWT","kid":"{{keyId}}"}"""));
        var signed = $"{header}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>The id of the key it says it was signed with; null where it is no HS256 token.</summary>
    public static string? KeyId(string token)
    {
        if (token.Length > MaxLength || token.AsSpan().Count('.') != 2) return null;
        if (Decode(token.AsSpan(0, token.IndexOf('.', StringComparison.Ordinal))) is not { } header) return null;
        try
        {
            using var json = JsonDocument.Parse(header);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("alg", out var algorithm) && algorithm.ValueEquals("HS256")
                && json.RootElement.TryGetProperty("kid", out var key) && key.ValueKind == JsonValueKind.String ? key.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The payload where the signature is right, else null.</summary>
    public static byte[]? Open(string token, ReadOnlySpan<byte> secret)
    {
        var end = token.LastIndexOf('.');
        var start = token.IndexOf('.', StringComparison.Ordinal);
        if (start < 0 || end <= start || Decode(token.AsSpan(end + 1)) is not { } signature) return null;
        var right = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(token[..end]));
        return CryptographicOperations.FixedTimeEquals(signature, right) ? Decode(token.AsSpan(start + 1, end - start - 1)) : null;
    }

    private static byte[]? Decode(ReadOnlySpan<char> part)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(part.Length)];
        return Base64Url.IsValid(part) && Base64Url.TryDecodeFromChars(part, bytes, out var length) ? bytes[..length] : null;
    }
}
