using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoopAssistant.Bot.WebChat.DirectLine;
using CoopAssistant.Bot.WebChat.Tokens;
using CoopAssistant.Bot.WebChat.Widget;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WebChat;

/// <summary>
/// What our own widget needs beyond Direct Line: its script, one request that opens or resumes a conversation (token, messages so far,
/// stream), and one that leaves it. A slow line pays for each round trip.
/// </summary>
internal static class WidgetEndpoints
{
    private const string OpenPath = "/chat/open";
    private const string LeavePath = "/chat/leave";
    private const int MostBody = 8_192;

    public static void MapWidget(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/chat.js", Script);
        routes.MapPost(OpenPath, Open).AddEndpointFilter(Admit);
        routes.MapPost(LeavePath, Leave).AddEndpointFilter(Admit);
        foreach (var path in (string[])[OpenPath, LeavePath]) routes.MapMethods(path, [HttpMethods.Options], Door.Preflight).AddEndpointFilter(Admit);
    }

    /// <summary>A page that may not ask may read just that, so that the widget can say so instead of waiting for a signal.</summary>
    private static ValueTask<object?> Admit(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        if (!call.HttpContext.RequestServices.GetRequiredService<Origins>().May(call.HttpContext.Request)) Door.MayRead(call.HttpContext);
        return call.HttpContext.RequestServices.GetRequiredService<Door>().Admit(call, next);
    }

    private static IResult Script(HttpContext http, WidgetBundle bundle)
    {
        var response = http.Response.Headers;
        response.CacheControl = "public, max-age=3600, stale-while-revalidate=604800";
        response.ETag = bundle.ETag;
        response.Vary = "Accept-Encoding";
        response.AccessControlAllowOrigin = "*"; // module scripts of foreign pages ask for it
        response["Cross-Origin-Resource-Policy"] = "cross-origin";
        response.XContentTypeOptions = "nosniff";
        if (http.Request.Headers.IfNoneMatch == bundle.ETag) return Results.StatusCode(StatusCodes.Status304NotModified);
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        var (bytes, encoding) = accepted.Contains("br", StringComparison.Ordinal) ? (bundle.Brotli, "br")
            : accepted.Contains("gzip", StringComparison.Ordinal) ? (bundle.Gzip, "gzip") : (bundle.Plain, null);
        if (encoding is not null) response.ContentEncoding = encoding;
        return Results.Bytes(bytes, "text/javascript; charset=utf-8");
    }

    private static async Task<IResult> Open(
        HttpContext http, DeviceCookie cookie, ChatTokens tokens, WebThreads threads, WebTurns turns, Origins origins, IOptions<WebChatOptions> options)
    {
        var cancel = http.RequestAborted;
        if (await Body(http.Request) is not { } asked) return DirectLineError.Malformed("The body is no JSON object.");
        var token = await cookie.Read(http) ?? await tokens.Read(asked.Token, TokenUse.Chat, cancel);
        if (token is not null && asked.Left == token.Conversation) await threads.Leave(token, cancel);
        if (token is null || await threads.HasLeft(token, cancel)) token = tokens.Begin();

        await turns.Open(token, PosterCookie.Read(http.Request), cancel);
        var contact = await threads.Contact(token, cancel);
        var watermark = asked.ConversationId == token.Conversation && long.TryParse(asked.Watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : 0;
        var (set, upTo) = await ActivitySets.Since(threads, new(token.Conversation, token.User, origins.BaseUrl(http.Request), isBrief: true), contact, watermark, cancel);

        await cookie.Write(http, token);
        var answer = await DirectLineEndpoints.Answer(tokens, tokens.Renew(token), options.Value, cancel);
        answer = answer with { StreamUrl = $"{await StreamEndpoint.Url(http.Request, origins, tokens, token, upTo)}&{StreamEndpoint.ForWidget}=1" };
        var head = JsonSerializer.Serialize(answer, DirectLineJson.Default.ConversationAnswer);
        return Results.Text($"{head[..^1]},{Encoding.UTF8.GetString(set.Span)[1..]}", "application/json; charset=utf-8");
    }

    /// <summary>Forgets the browser and ends the conversation everywhere. The token comes as the body, because a page that is being left can send no header.</summary>
    private static async Task<IResult> Leave(HttpContext http, DeviceCookie cookie, ChatTokens tokens, WebThreads threads, StreamHub hub)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = new char[Jwt.MaxLength];
        var length = await reader.ReadBlockAsync(body, http.RequestAborted);
        await End([await cookie.Read(http), await tokens.Read(new string(body, 0, length), TokenUse.Chat, http.RequestAborted)], threads, hub, http.RequestAborted);
        cookie.Delete(http);
        return Results.NoContent();
    }

    public static async Task End(IEnumerable<ChatToken?> ended, WebThreads threads, StreamHub hub, CancellationToken cancel)
    {
        foreach (var token in ended.OfType<ChatToken>().DistinctBy(t => t.User, StringComparer.Ordinal))
        {
            await threads.Leave(token, cancel);
            hub.End(await threads.Contact(token, cancel));
        }
    }

    private static async Task<OpenRequest?> Body(HttpRequest request)
    {
        if (request.ContentLength > MostBody) return null;
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, OpenRequestJson.Default.OpenRequest, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What the widget knows when it opens; all may be missing.</summary>
/// <param name="Token">Her last token. In the body, because a header would make the browser of a foreign page ask first, and that is a round trip.</param>
/// <param name="Left">A conversation she left while the line was down.</param>
internal sealed record OpenRequest(string? ConversationId, string? Watermark, string? Token, string? Left);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenRequest))]
internal sealed partial class OpenRequestJson : JsonSerializerContext;
