using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>An activity as a client posts it. All of it is user input, whatever button it came from.</summary>
/// <param name="Text">What she typed or tapped, cleaned; empty for a file alone.</param>
/// <param name="ClientId">The client's own id of this message; null where it gave none.</param>
internal sealed record PostedActivity(string Type, string Text, string? ClientId, JsonElement Raw)
{
    /// <summary>Direct Line's limit, in characters of the whole activity.</summary>
    public const int MostCharacters = 262_144;

    /// <summary>What of a text reaches the conversation; the echo shows just that.</summary>
    public const int MostText = 4_000;

    private const int LongestClientId = 100;

    public JsonElement? ChannelData => Raw.ValueKind == JsonValueKind.Object && Raw.TryGetProperty("channelData", out var data) && data.ValueKind == JsonValueKind.Object ? data : null;

    /// <summary>What she typed into a plain form.</summary>
    public static PostedActivity Typed(string text, string id) =>
        new("message", Clean(text), id.Length is > 0 and <= LongestClientId && id.All(char.IsAscii) && !id.Any(char.IsControl) ? id : null, default);

    /// <summary>Reads a body up to the limit; the refusal where it is too large or no activity.</summary>
    public static async Task<(PostedActivity? Activity, IResult? Refusal)> Read(Stream body, CancellationToken cancel)
    {
        var bytes = await ReadAll(body, MostCharacters * 3, cancel);
        return bytes is null ? (null, DirectLineError.TooLarge("An activity has at most 256 K characters.")) : Parse(bytes);
    }

    public static (PostedActivity? Activity, IResult? Refusal) Parse(byte[] bytes)
    {
        if (bytes.Length > MostCharacters && Encoding.UTF8.GetCharCount(bytes) > MostCharacters)
            return (null, DirectLineError.TooLarge("An activity has at most 256 K characters."));
        try
        {
            using var json = JsonDocument.Parse(bytes);
            if (json.RootElement.ValueKind != JsonValueKind.Object || Member(json.RootElement, "type") is not { Length: > 0 } type)
                return (null, DirectLineError.Malformed("An activity is an object with a type."));
            var raw = json.RootElement.Clone();
            return (new(type, Clean(Member(raw, "text") ?? Member(raw, "value") ?? ""), ClientIdOf(raw), raw), null);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // InvalidOperation: an escape that is half a surrogate pair.
            return (null, DirectLineError.Malformed("The body is not JSON in UTF-8."));
        }
    }

    private static string? ClientIdOf(JsonElement raw)
    {
        if (!raw.TryGetProperty("channelData", out var data) || data.ValueKind != JsonValueKind.Object) return null;
        return Member(data, "clientActivityID") is { Length: > 0 and <= LongestClientId } id && !id.Any(char.IsControl) ? id : null;
    }

    private static string? Member(JsonElement from, string member) =>
        from.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Without control characters (a database refuses some), and not longer than a long letter.</summary>
    private static string Clean(string text)
    {
        if (text.Length > MostText) text = text[..(char.IsHighSurrogate(text[MostText - 1]) ? MostText - 1 : MostText)];
        return text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
            ? string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t'))
            : text;
    }

    /// <summary>All bytes, or null where there are more than the limit.</summary>
    private static async Task<byte[]?> ReadAll(Stream body, int limit, CancellationToken cancel)
    {
        var read = new ArrayBufferWriter<byte>(1024);
        while (true)
        {
            var count = await body.ReadAsync(read.GetMemory(1024), cancel);
            if (count == 0) return read.WrittenSpan.ToArray();
            read.Advance(count);
            if (read.WrittenCount > limit) return null;
        }
    }
}
