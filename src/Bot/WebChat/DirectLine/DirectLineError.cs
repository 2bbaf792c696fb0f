using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>Refusals in Direct Line's form: {"error":{"code":"TokenExpired","message":"…"}}. For programs, so in English.</summary>
internal static class DirectLineError
{
    public static IResult Malformed(string message) => Refuse(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static IResult NoToken { get; } = Refuse(StatusCodes.Status401Unauthorized, "MissingToken", "Send the token as Authorization: Bearer.");

    public static IResult BadToken { get; } = Refuse(StatusCodes.Status403Forbidden, "TokenExpired", "The token is expired, not ours, or for another conversation.");

    public static IResult BadOrigin { get; } = Refuse(StatusCodes.Status403Forbidden, "BadOrigin", "This page is not in Bot:AllowedOrigins.");

    public static IResult Unknown { get; } = Refuse(StatusCodes.Status404NotFound, "NotFound", "No such conversation.");

    public static IResult TooLarge(string message) => Refuse(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", message);

    public static IResult WrongFile(string message) => Refuse(StatusCodes.Status415UnsupportedMediaType, "BadArgument", message);

    public static IResult Flood { get; } = Refuse(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Far too many requests from this address.");

    private static IResult Refuse(int status, string code, string message) =>
        Results.Json(new DirectLineErrorBody(new(code, message)), DirectLineJson.Default.DirectLineErrorBody, statusCode: status);
}

internal sealed record DirectLineErrorBody(DirectLineErrorDetail Error);

internal sealed record DirectLineErrorDetail(string Code, string Message);

/// <summary>Answer of every request that opens or renews a conversation.</summary>
internal sealed record ConversationAnswer(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn)
{
    /// <summary>Absolute; good for one socket, within a minute.</summary>
    public string? StreamUrl { get; init; }
}

internal sealed record IdAnswer(string Id);

internal sealed record SessionAnswer(string SessionId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DirectLineErrorBody))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(IdAnswer))]
[JsonSerializable(typeof(SessionAnswer))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
