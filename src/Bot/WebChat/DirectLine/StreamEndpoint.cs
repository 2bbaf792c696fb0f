using CoopAssistant.Bot.WebChat.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>The WebSocket. It carries no Authorization header, so its address holds a token that opens one socket within a minute.</summary>
internal static class StreamEndpoint
{
    /// <summary>In the address of a stream of our widget: frames are brief, and she speaks into it as well.</summary>
    public const string ForWidget = "w";

    /// <summary>Absolute, under the address by which clients reach us.</summary>
    public static async Task<string> Url(HttpRequest request, Origins origins, ChatTokens tokens, ChatToken token, long watermark) =>
        $"{origins.StreamBase(request)}{DirectLineEndpoints.Path}/conversations/{token.Conversation}/stream?watermark={ActivityWriter.Watermark(watermark)}&t="
        + await tokens.Write(tokens.ForStream(token), request.HttpContext.RequestAborted);

    public static async Task<IResult> Stream(
        HttpContext http, string id, ChatTokens tokens, WebThreads threads, StreamHub hub, Origins origins, Door door, WebTurns turns, ILogger<StreamHub> log)
    {
        if (!http.WebSockets.IsWebSocketRequest) return DirectLineError.Malformed("This address is for a WebSocket.");
        var token = await tokens.Read(http.Request.Query["t"], TokenUse.Stream, http.RequestAborted);
        if (token is null || token.Conversation != id || !Door.IsFrom(token, http.Request)) return DirectLineError.BadToken;
        if (DirectLineEndpoints.Watermark(http.Request) is not { } watermark) return DirectLineError.Malformed("The watermark is not one of ours.");
        var contact = await threads.Contact(token, http.RequestAborted);
        if (contact == 0) return DirectLineError.Unknown;
        if (!tokens.UseStream(token)) return DirectLineError.BadToken;

        // Pings notice a peer that vanished without a word; no compression, which would cost more memory than all the rest.
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = TimeSpan.FromMinutes(1), KeepAliveTimeout = TimeSpan.FromSeconds(45), DangerousEnableCompression = false,
        });
        var isWidget = http.Request.Query.ContainsKey(ForWidget);
        http.Request.Query = QueryCollection.Empty; // the token in it is used up, and a stream may stand open for hours
        var writer = new ActivityWriter(id, token.User, origins.BaseUrl(http.Request), isWidget);
        var voice = isWidget ? new WidgetVoice(http, token, contact, door, threads, turns) : null;
        await hub.Serve(contact, new StreamSocket(socket, contact, watermark, writer, threads, hub, voice, log));
        return Results.Empty;
    }
}
