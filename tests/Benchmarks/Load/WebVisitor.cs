using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CoopAssistant.Benchmarks.Servers;

namespace CoopAssistant.Benchmarks.Load;

/// <summary>A browser on the web chat: a token and a conversation, and an open stream where wanted.</summary>
/// <param name="User">Her id; her address in the tables.</param>
internal sealed record WebVisitor(string Token, string Conversation, string User, WebStream? Stream) : IDisposable
{
    /// <summary>Opens the chat, which is the bot's first turn.</summary>
    public static async Task<WebVisitor> Open(ServerProcess server, Connection connection, bool hasStream)
    {
        var generated = await Ask(server, connection, "POST /v3/directline/tokens/generate", null, "");
        var token = generated.GetProperty("token").GetString()!;
        var started = await Ask(server, connection, "POST /v3/directline/conversations", token, "");
        token = started.GetProperty("token").GetString()!;
        var stream = hasStream ? await WebStream.Open(server.Port, new Uri(started.GetProperty("streamUrl").GetString()!).PathAndQuery) : null;
        var payload = token.Split('.')[1];
        using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
        return new WebVisitor(token, started.GetProperty("conversationId").GetString()!, claims.RootElement.GetProperty("user").GetString()!, stream);
    }

    /// <summary>Posts a message; with a stream, waits until its answer has come that way.</summary>
    public async ValueTask Say(ServerProcess server, Connection connection, string text, int step)
    {
        var body = $$$"""{"type":"message","from":{"id":"{{{User}}}"},"text":{{{JsonSerializer.Serialize(text)}}},"channelData":{"clientActivityID":"{{{step}}}"}}""";
        var posted = await Ask(server, connection, $"POST /v3/directline/conversations/{Conversation}/activities", Token, body);
        if (Stream is not null) await Stream.Answer(posted.GetProperty("id").GetString()!);
    }

    public void Dispose() => Stream?.Dispose();

    private static async ValueTask<JsonElement> Ask(ServerProcess server, Connection connection, string what, string? token, string body)
    {
        var authorization = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        var text = string.Create(CultureInfo.InvariantCulture, $"{what} HTTP/1.1\r\nHost: localhost:{server.Port}\r\n{authorization}Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
        var response = await connection.Exchange(Encoding.UTF8.GetBytes(text, connection.Request));
        if (response.Status is not (200 or 201)) throw new InvalidOperationException($"{what} was answered with {response.Status}. The server said:\n{server.Said}");
        return Json(response.Body.Span);
    }

    /// <summary>The JSON object in a body, whether or not it came in chunks.</summary>
    private static JsonElement Json(ReadOnlySpan<byte> body)
    {
        var (from, to) = (body.IndexOf((byte)'{'), body.LastIndexOf((byte)'}'));
        var reader = new Utf8JsonReader(body[from..(to + 1)]);
        return JsonElement.ParseValue(ref reader);
    }
}
