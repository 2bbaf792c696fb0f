using System.Globalization;
using CoopAssistant.Bot.WebChat.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>Direct Line 3.0 as its clients use it: tokens, conversations, activities. Shapes and codes are part of the protocol.</summary>
internal static class DirectLineEndpoints
{
    public const string Path = "/v3/directline";

    public static void MapDirectLine(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path);
        group.AddEndpointFilter((call, next) => call.HttpContext.RequestServices.GetRequiredService<Door>().Admit(call, next));
        group.MapMethods("/{**any}", [HttpMethods.Options], Door.Preflight);
        group.MapPost("/tokens/generate", Generate);
        group.MapPost("/tokens/refresh", Refresh);
        group.MapPost("/conversations", Start);
        group.MapGet("/conversations/{id}", Reconnect);
        group.MapPost("/conversations/{id}/activities", Post);
        group.MapGet("/conversations/{id}/activities", Poll);
        group.MapPost("/conversations/{id}/upload", UploadEndpoint.Upload);
        group.MapGet("/conversations/{id}/stream", StreamEndpoint.Stream);
        group.MapGet("/session/getsessionid", Session);
        routes.MapGet($"{Path}/attachments/{{file}}/{{name}}", UploadEndpoint.Download);
    }

    /// <summary>A token for a new conversation. The ids are ours whatever the body asks for: this door is open to anybody.</summary>
    private static async Task<IResult> Generate(HttpContext http, ChatTokens tokens, IOptions<WebChatOptions> options)
    {
        var (origins, refusal) = await TokenRequest.TrustedOrigins(http.Request);
        return refusal ?? Answer(await Answer(tokens, tokens.Begin(origins), options.Value, http.RequestAborted));
    }

    private static async Task<IResult> Refresh(HttpContext http, Door door, ChatTokens tokens, WebThreads threads, IOptions<WebChatOptions> options)
    {
        var (token, refusal) = await door.Check(http, null);
        if (token is null) return refusal!;
        if (await threads.HasLeft(token, http.RequestAborted)) return DirectLineError.BadToken;
        return Answer(await Answer(tokens, tokens.Renew(token), options.Value, http.RequestAborted));
    }

    private static async Task<IResult> Start(
        HttpContext http, Door door, ChatTokens tokens, WebThreads threads, WebTurns turns, Origins origins, IOptions<WebChatOptions> options)
    {
        var (token, refusal) = await door.Check(http, null);
        if (token is null) return refusal!;
        if (await threads.HasLeft(token, http.RequestAborted)) return DirectLineError.BadToken;
        var isNew = await turns.Open(token, PosterCookie.Read(http.Request), http.RequestAborted);
        var answer = await Answer(tokens, tokens.Renew(token), options.Value, http.RequestAborted);
        var stream = await StreamEndpoint.Url(http.Request, origins, tokens, token, 0);
        return Answer(answer with { StreamUrl = stream }, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> Reconnect(
        HttpContext http, string id, Door door, ChatTokens tokens, WebThreads threads, Origins origins, IOptions<WebChatOptions> options)
    {
        var (token, refusal) = await door.Check(http, id);
        if (token is null) return refusal!;
        if (Watermark(http.Request) is not { } watermark) return DirectLineError.Malformed("The watermark is not one of ours.");
        if (await threads.HasLeft(token, http.RequestAborted)) return DirectLineError.BadToken;
        if (await threads.Contact(token, http.RequestAborted) == 0) return DirectLineError.Unknown;
        var answer = await Answer(tokens, tokens.Renew(token), options.Value, http.RequestAborted);
        return Answer(answer with { StreamUrl = await StreamEndpoint.Url(http.Request, origins, tokens, token, watermark) });
    }

    private static async Task<IResult> Post(HttpContext http, string id, Door door, WebThreads threads, WebTurns turns, StreamHub hub, Origins origins, TimeProvider clock)
    {
        var (token, refusal) = await door.Check(http, id);
        if (token is null) return refusal!;
        var (activity, wrong) = await PostedActivity.Read(http.Request.Body, http.RequestAborted);
        if (activity is null) return wrong!;
        var contact = await threads.Contact(token, http.RequestAborted);
        if (contact == 0) return DirectLineError.Unknown;
        if (activity.Type == "message") return Posted(ActivityWriter.IdOf(id, await turns.Take(token, contact, activity, [], http.RequestAborted)));

        // Typing and events are no turns: her open pages see them, and that is all.
        var passingId = $"{id}|e{ChatTokens.Unguessable()}";
        hub.Pass(contact, new ActivityWriter(id, token.User, origins.BaseUrl(http.Request)).Passing(activity.Raw, passingId, clock.GetUtcNow()));
        return Posted(passingId);
    }

    private static async Task<IResult> Poll(HttpContext http, string id, Door door, WebThreads threads, Origins origins)
    {
        var (token, refusal) = await door.Check(http, id);
        if (token is null) return refusal!;
        if (Watermark(http.Request) is not { } watermark) return DirectLineError.Malformed("The watermark is not one of ours.");
        var contact = await threads.Contact(token, http.RequestAborted);
        if (contact == 0) return DirectLineError.Unknown;
        var (set, _) = await ActivitySets.Since(threads, new(id, token.User, origins.BaseUrl(http.Request)), contact, watermark, http.RequestAborted);
        return Results.Bytes(set, "application/json; charset=utf-8");
    }

    /// <summary>Asked for sign-in cards only, which we have none of; an answer keeps the console of the page quiet.</summary>
    private static async Task<IResult> Session(HttpContext http, Door door)
    {
        var (token, refusal) = await door.Check(http, null);
        return token is null ? refusal! : Results.Json(new SessionAnswer(token.Conversation), DirectLineJson.Default.SessionAnswer);
    }

    /// <summary>The watermark asked for; 0, everything, where it is absent or empty; null where it is none of ours.</summary>
    internal static long? Watermark(HttpRequest request)
    {
        var text = request.Query["watermark"].ToString();
        return text.Length == 0 ? 0 : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
    }

    internal static IResult Posted(string id) => Results.Json(new IdAnswer(id), DirectLineJson.Default.IdAnswer);

    internal static async Task<ConversationAnswer> Answer(ChatTokens tokens, ChatToken token, WebChatOptions options, CancellationToken cancel) =>
        new(token.Conversation, await tokens.Write(token, cancel), (int)options.TokenLifetime.TotalSeconds);

    private static IResult Answer(ConversationAnswer answer, int status = StatusCodes.Status200OK) =>
        Results.Json(answer, DirectLineJson.Default.ConversationAnswer, statusCode: status);
}
