using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoopAssistant.Bot.WebChat.Tokens;

/// <summary>
/// What a token says. The names are those of Direct Line: its clients read <c>user</c> and <c>conv</c> out of the token.
/// </summary>
/// <param name="Conversation">The one conversation it opens.</param>
/// <param name="User">Her id, dl_…; also her address in our tables.</param>
/// <param name="Expires">Unix seconds, exclusive.</param>
/// <param name="Use">What it is good for: <see cref="TokenUse"/>.</param>
internal sealed record ChatToken(
    [property: JsonPropertyName("conv")] string Conversation,
    [property: JsonPropertyName("user")] string User,
    [property: JsonPropertyName("exp")] long Expires,
    [property: JsonPropertyName("use")] string Use)
{
    /// <summary>Makes each token another one; what "once only" counts.</summary>
    [JsonPropertyName("jti")] public string? Id { get; init; }

    /// <summary>Pages that may use it; null for all that the server allows.</summary>
    [JsonPropertyName("org")] public IReadOnlyList<string>? Origins { get; init; }
}

/// <summary>A token of one use is refused everywhere else.</summary>
internal static class TokenUse
{
    /// <summary>The bearer token of Direct Line.</summary>
    public const string Chat = "chat";

    /// <summary>Opens one WebSocket, once.</summary>
    public const string Stream = "stream";

    /// <summary>Lives in the HttpOnly cookie and gets new chat tokens for the same conversation.</summary>
    public const string Device = "device";
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.General, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ChatToken))]
internal sealed partial class ChatTokenJson : JsonSerializerContext;
