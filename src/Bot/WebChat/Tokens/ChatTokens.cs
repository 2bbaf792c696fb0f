using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WebChat.Tokens;

/// <summary>Makes and reads tokens. One token, one conversation, one user; both ids are unguessable and ours, never the caller's.</summary>
internal sealed class ChatTokens(SigningKeys keys, IOptions<WebChatOptions> options, TimeProvider clock)
{
    public static readonly TimeSpan StreamLifetime = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, long> usedStreams = new(StringComparer.Ordinal);

    /// <summary>A token for a conversation that nobody has yet.</summary>
    public ChatToken Begin(IReadOnlyList<string>? origins = null) =>
        new(Unguessable(), $"dl_{Unguessable()}", End(options.Value.TokenLifetime), TokenUse.Chat) { Origins = origins };

    /// <summary>A new token for the same conversation and user.</summary>
    public ChatToken Renew(ChatToken token) => token with { Use = TokenUse.Chat, Expires = End(options.Value.TokenLifetime), Id = null };

    public ChatToken ForDevice(ChatToken token) =>
        token with { Use = TokenUse.Device, Expires = End(options.Value.DeviceLifetime), Id = null, Origins = null };

    public ChatToken ForStream(ChatToken token) => token with { Use = TokenUse.Stream, Expires = End(StreamLifetime), Id = Unguessable() };

    public async ValueTask<string> Write(ChatToken token, CancellationToken cancel)
    {
        var key = await keys.Newest(cancel);
        return Jwt.Sign(JsonSerializer.SerializeToUtf8Bytes(token, ChatTokenJson.Default.ChatToken), key.Id.ToString(CultureInfo.InvariantCulture), key.Secret);
    }

    /// <summary>The token where it is ours, unexpired and made for this use; else null.</summary>
    public async ValueTask<ChatToken?> Read(string? text, string use, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(text) || Jwt.KeyId(text) is not { } keyId) return null;
        if (await keys.Find(keyId, cancel) is not { } key || Jwt.Open(text, key.Secret) is not { } payload) return null;
        var token = JsonSerializer.Deserialize(payload, ChatTokenJson.Default.ChatToken);
        return token is not null && token.Use == use && token.Expires > clock.GetUtcNow().ToUnixTimeSeconds() ? token : null;
    }

    /// <summary>True the first time this stream token is shown (to this process; elsewhere its minute limits it).</summary>
    public bool UseStream(ChatToken token)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (usedStreams.Count > 1_000)
            foreach (var (id, expires) in usedStreams)
                if (expires <= now) usedStreams.TryRemove(id, out _);
        return token.Id is { } once && usedStreams.TryAdd(once, token.Expires);
    }

    /// <summary>22 characters, 128 bits of chance.</summary>
    public static string Unguessable() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    private long End(TimeSpan life) => (clock.GetUtcNow() + life).ToUnixTimeSeconds();
}
