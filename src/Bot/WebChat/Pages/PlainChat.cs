using CoopAssistant.Bot.WebChat.DirectLine;
using CoopAssistant.Bot.WebChat.Tokens;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WebChat.Pages;

/// <summary>The same conversation without JavaScript: plain forms, found again by the cookie. Each form carries an id, so sending it twice is one message.</summary>
internal static class PlainChat
{
    private const int MostBody = 32_768;

    /// <summary>In the address to which she returns when her file was not taken.</summary>
    private const string WrongFile = "archivo";
    private static readonly Template Page = Template.Load("Pages/plain.html");

    public static void MapPlainChat(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/chat", Show);
        routes.MapPost("/chat", Say).AddEndpointFilter(OwnPagesOnly);
        routes.MapPost("/chat/salir", Leave).AddEndpointFilter(OwnPagesOnly);
    }

    private static async Task<IResult> Show(HttpContext http, DeviceCookie cookie, WebThreads threads, SitePages pages, Origins origins)
    {
        PageHeaders.Strict(http.Response, origins, "'none'");
        http.Response.Headers.CacheControl = "no-store";
        PosterCookie.Keep(http, origins);
        var token = await cookie.Read(http);
        if (token is not null && await threads.HasLeft(token, http.RequestAborted)) token = null;
        var contact = token is null ? 0 : await threads.Contact(token, http.RequestAborted);
        var thread = contact == 0 ? [] : await threads.Since(contact, 0, http.RequestAborted);
        var id = ChatTokens.Unguessable();
        var asked = thread.LastOrDefault(m => m.Direction == MessageDirection.Outbound);
        var html = Page.Fill(pages.With(
            ("id", id),
            ("text", PreparedText.In(http.Request)),
            ("begin", contact == 0 ? "yes" : ""),
            ("thread", new Template.Html(PlainThread.Articles(thread, pages))),
            ("problem", http.Request.Query.ContainsKey(WrongFile) ? "yes" : ""),
            ("files", asked is not null && (asked.Author is not null || MessageExtras.Read(asked.Extras).TakesFiles) ? "yes" : ""),
            ("choices", new Template.Html(PlainThread.Choices(thread)))));
        return Results.Content(html, "text/html; charset=utf-8");
    }

    private static async Task<IResult> Say(
        HttpContext http, DeviceCookie cookie, ChatTokens tokens, WebThreads threads, WebTurns turns, StreamHub hub, SitePages pages, MessagingDb db,
        IOptions<WebChatOptions> options, TimeProvider clock)
    {
        if (!http.Request.HasFormContentType) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        if (http.Request.ContentLength is null || http.Request.ContentLength > MostBody + options.Value.MaxUploadBytes) return Back(http, $"/chat?{WrongFile}#escribir");
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var choice = form["opcion"].ToString();
        var text = (choice.Length > 0 ? choice : form["texto"].ToString()).Trim();
        if (string.Equals(text, (string)pages.With()["widget.exitWord"], StringComparison.OrdinalIgnoreCase)) return await Leave(http, cookie, threads, hub);

        var token = await cookie.Read(http);
        if (token is null || await threads.HasLeft(token, http.RequestAborted)) token = tokens.Begin();
        await turns.Open(token, PosterCookie.Read(http.Request), http.RequestAborted);
        await cookie.Write(http, token);
        IReadOnlyList<InboundMedia> files = [];
        if (form.Files.FirstOrDefault(f => f.Length > 0) is { } sent)
        {
            var file = await UploadEndpoint.Read(sent, http.RequestAborted);
            if (await UploadEndpoint.Keep([file], token, db, clock.GetUtcNow(), http.RequestAborted) is not { } kept) return Back(http, $"/chat?{WrongFile}#escribir");
            files = kept;
        }
        if (text.Length > 0 || files.Count > 0)
        {
            var contact = await threads.Contact(token, http.RequestAborted);
            await turns.Take(token, contact, PostedActivity.Typed(text, form["id"].ToString()), files, http.RequestAborted);
        }
        return Back(http, $"/chat#{PlainThread.Newest}");
    }

    private static async Task<IResult> Leave(HttpContext http, DeviceCookie cookie, WebThreads threads, StreamHub hub)
    {
        await WidgetEndpoints.End([await cookie.Read(http)], threads, hub, http.RequestAborted);
        cookie.Delete(http);
        return Back(http, "/salida");
    }

    /// <summary>303: the browser goes on with GET, and reloading sends nothing again.</summary>
    private static IResult Back(HttpContext http, string where)
    {
        http.Response.Headers.Location = where;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async ValueTask<object?> OwnPagesOnly(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && !http.RequestServices.GetRequiredService<Origins>().IsOwn(http.Request, origin)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        return await http.RequestServices.GetRequiredService<Door>().Admit(call, next);
    }
}
