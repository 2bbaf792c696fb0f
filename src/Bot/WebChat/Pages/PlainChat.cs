using System.Globalization;
using System.Text;
using CoopAssistant.Bot.WebChat.DirectLine;
using CoopAssistant.Bot.WebChat.Tokens;
using CoopAssistant.Messaging.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.WebChat.Pages;

/// <summary>The same conversation without JavaScript: plain forms, found again by the cookie. Each form carries an id, so sending it twice is one message.</summary>
internal static class PlainChat
{
    private const int MostShown = 60;
    private const int MostBody = 32_768;
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
        var token = await cookie.Read(http);
        if (token is not null && await threads.HasLeft(token, http.RequestAborted)) token = null;
        var contact = token is null ? 0 : await threads.Contact(token, http.RequestAborted);
        var thread = contact == 0 ? [] : await threads.Since(contact, 0, http.RequestAborted);
        var id = ChatTokens.Unguessable();
        var html = Page.Fill(pages.With(
            ("id", id),
            ("begin", contact == 0 ? "yes" : ""),
            ("thread", new Template.Html(Articles(thread, pages))),
            ("choices", new Template.Html(Choices(thread)))));
        return Results.Content(html, "text/html; charset=utf-8");
    }

    private static async Task<IResult> Say(
        HttpContext http, DeviceCookie cookie, ChatTokens tokens, WebThreads threads, WebTurns turns, StreamHub hub, SitePages pages)
    {
        if (http.Request.ContentLength is null or > MostBody || !http.Request.HasFormContentType) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var choice = form["opcion"].ToString();
        var text = (choice.Length > 0 ? choice : form["texto"].ToString()).Trim();
        if (string.Equals(text, (string)pages.With()["widget.exitWord"], StringComparison.OrdinalIgnoreCase)) return await Leave(http, cookie, threads, hub);

        var token = await cookie.Read(http);
        if (token is null || await threads.HasLeft(token, http.RequestAborted)) token = tokens.Begin();
        await turns.Open(token, http.RequestAborted);
        await cookie.Write(http, token);
        if (text.Length > 0)
        {
            var contact = await threads.Contact(token, http.RequestAborted);
            await turns.Take(token, contact, PostedActivity.Typed(text, form["id"].ToString()), [], http.RequestAborted);
        }
        return Back(http, "/chat#escribir");
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
        if (origin.Length > 0 && origin != "null" && !http.RequestServices.GetRequiredService<Origins>().IsOwn(http.Request, origin)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        return await http.RequestServices.GetRequiredService<Door>().Admit(call, next);
    }

    private static string Articles(IReadOnlyList<ThreadMessage> thread, SitePages pages)
    {
        var words = pages.With();
        var html = new StringBuilder();
        foreach (var message in thread.Where(m => !ThreadPlace.IsOpening(m)).TakeLast(MostShown))
        {
            var who = message.Direction == MessageDirection.Inbound ? "user" : message.Author is null ? "bot" : "staff";
            html.Append($"<article class=\"{who}\"><b>").Append(Encoded((string)words[$"widget.{who}"])).Append("</b><p>").Append(Linked(message.Text)).Append("</p>");
            if (MessageExtras.Read(message.Extras).Media is { } file)
                html.Append("<p><a href=\"").Append(Encoded(file.Url)).Append("\">").Append(Encoded(file.Name)).Append("</a></p>");
            html.Append("</article>\n");
        }
        return html.ToString();
    }

    /// <summary>What the last message offers, as buttons of the form that sends.</summary>
    private static string Choices(IReadOnlyList<ThreadMessage> thread)
    {
        if (thread.Count == 0 || thread[^1].Direction == MessageDirection.Inbound) return "";
        var options = MessageExtras.Read(thread[^1].Extras).Options;
        var html = new StringBuilder();
        for (var i = 0; i < options.Count; i++)
            html.Append(CultureInfo.InvariantCulture, $"<button class=\"choice\" name=\"opcion\" value=\"{i + 1}\">{i + 1}. ").Append(Encoded(options[i].Label)).Append("</button>\n");
        return html.ToString();
    }

    private static string Encoded(string text) => Template.Letters.Encode(text);

    private static string Linked(string text) => string.Join(' ', text.Split(' ').Select(word =>
        word.StartsWith("https://", StringComparison.Ordinal) && Uri.IsWellFormedUriString(word.TrimEnd('.', ','), UriKind.Absolute)
            ? $"<a href=\"{Encoded(word.TrimEnd('.', ','))}\" rel=\"noopener noreferrer\">{Encoded(word)}</a>"
            : Encoded(word)));
}
