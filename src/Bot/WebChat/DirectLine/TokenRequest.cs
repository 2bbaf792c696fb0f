using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>The optional body of tokens/generate.</summary>
internal static class TokenRequest
{
    private const int MostBytes = 16_384;
    private const int MostOrigins = 20;

    /// <summary>Pages the token is to be bound to; null for any that the server allows.</summary>
    public static async Task<(IReadOnlyList<string>? Origins, IResult? Refusal)> TrustedOrigins(HttpRequest request)
    {
        var bytes = new byte[MostBytes];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        if (length == bytes.Length) return (null, DirectLineError.TooLarge("The body is too large."));
        if (bytes.AsSpan(0, length).Trim(" \r\n\t"u8).IsEmpty) return (null, null);
        try
        {
            using var json = JsonDocument.Parse(bytes.AsMemory(0, length));
            if (json.RootElement.ValueKind != JsonValueKind.Object) return (null, DirectLineError.Malformed("The body is no object."));
            if (!json.RootElement.TryGetProperty("trustedOrigins", out var list) || list.ValueKind == JsonValueKind.Null) return (null, null);
            if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostOrigins || list.EnumerateArray().Any(o => o.ValueKind != JsonValueKind.String))
                return (null, DirectLineError.Malformed("trustedOrigins is a list of origins."));
            string[] origins = [.. list.EnumerateArray().Select(o => o.GetString()!.TrimEnd('/'))];
            return (origins.Length == 0 ? null : origins, null);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return (null, DirectLineError.Malformed("The body is not JSON in UTF-8."));
        }
    }
}
