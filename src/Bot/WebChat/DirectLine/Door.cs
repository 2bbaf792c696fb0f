using CoopAssistant.Bot.WebChat.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>Who may come in: pages by their origin, callers at a bearable pace, and tokens for their own conversation.</summary>
internal sealed class Door(Origins origins, ChatTokens tokens, WebThreads threads, IOptions<WebChatOptions> options, TimeProvider clock)
{
    private const string Scheme = "Bearer ";
    private readonly FloodGate flood = new(options.Value.RequestsPerSecond, options.Value.Burst, clock);

    /// <summary>Answers a browser's question whether a page may ask us, and says so on every answer.</summary>
    public async ValueTask<object?> Admit(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (!origins.May(http.Request)) return DirectLineError.BadOrigin;
        if (http.Request.Headers.Origin.Count > 0) MayRead(http);
        if (HttpMethods.IsOptions(http.Request.Method)) return await next(call);
        http.Response.Headers.CacheControl = "no-store";
        return await Enter(http) ? await next(call) : DirectLineError.Flood;
    }

    /// <summary>Lets the page that asks read the answer.</summary>
    public static void MayRead(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowOrigin = http.Request.Headers.Origin;
        http.Response.Headers.AccessControlAllowCredentials = "true";
        http.Response.Headers.Vary = "Origin";
    }

    /// <summary>Waits where the caller asks too much; false where it floods.</summary>
    public ValueTask<bool> Enter(HttpContext http) => flood.Enter(FloodGate.CallerOf(http.Connection.RemoteIpAddress), http.RequestAborted);

    public static IResult Preflight(HttpContext http)
    {
        http.Response.Headers.AccessControlAllowMethods = "GET,POST,OPTIONS";
        http.Response.Headers.AccessControlAllowHeaders = "authorization,content-type,x-ms-bot-agent,x-requested-with";
        http.Response.Headers.AccessControlMaxAge = "7200";
        return Results.NoContent();
    }

    /// <summary>The caller's token, or the refusal. With a conversation, the token must be for that one.</summary>
    public async ValueTask<(ChatToken? Token, IResult? Refusal)> Check(HttpContext http, string? conversation)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.AsSpan(Scheme.Length).Count('.') != 2) return (null, DirectLineError.NoToken);
        var token = await tokens.Read(header[Scheme.Length..].Trim(), TokenUse.Chat, http.RequestAborted);
        return token is not null && (conversation is null || token.Conversation == conversation) && IsFrom(token, http.Request) && !threads.LeftHere(token)
            ? (token, null)
            : (null, DirectLineError.BadToken);
    }

    /// <summary>A token bound to pages ("trustedOrigins") is good on those only.</summary>
    public static bool IsFrom(ChatToken token, HttpRequest request) =>
        token.Origins is null || request.Headers.Origin.Count == 0 || token.Origins.Contains(request.Headers.Origin.ToString(), StringComparer.Ordinal);
}
