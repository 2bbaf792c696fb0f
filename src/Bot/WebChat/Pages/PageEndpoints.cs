using System.Globalization;
using System.Text;
using CoopAssistant.Bot.WebChat.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using QRCoder;

namespace CoopAssistant.Bot.WebChat.Pages;

/// <summary>What a ministry puts online: the page with the chat, the neutral page behind the quick exit, an example of embedding.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Home);
        routes.MapGet("/salida", Exit);
        routes.MapGet("/embed.html", Embed);
        routes.MapGet("/site.css", Style);
        routes.MapGet("/whatsapp.svg", QrCode);
    }

    private static IResult Home(HttpContext http, SitePages pages, Origins origins)
    {
        var nonce = PageHeaders.Strict(http.Response, origins, $"'self' {origins.StreamBase(http.Request)}");
        http.Response.Headers.CacheControl = "no-cache";
        PosterCookie.Keep(http, origins);
        return Results.Content(pages.Home(nonce, PreparedText.In(http.Request)), "text/html; charset=utf-8");
    }

    private static IResult Exit(HttpContext http, SitePages pages, Origins origins, TimeProvider clock)
    {
        PageHeaders.Strict(http.Response, origins, "'none'");
        http.Response.Headers.CacheControl = "no-store";
        return Results.Content(pages.Exit(clock.GetLocalNow()), "text/html; charset=utf-8");
    }

    private static IResult Embed(HttpContext http, SitePages pages, Origins origins)
    {
        var nonce = PageHeaders.Strict(http.Response, origins, $"'self' {origins.BaseUrl(http.Request)} {origins.StreamBase(http.Request)}");
        return Results.Content(pages.Embed(origins.BaseUrl(http.Request), nonce), "text/html; charset=utf-8");
    }

    private static IResult Style(HttpContext http, SitePages pages)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Text(pages.Style, "text/css; charset=utf-8");
    }

    private static IResult QrCode(HttpContext http, SitePages pages)
    {
        if (pages.WhatsAppLink.Length == 0) return Results.NotFound();
        http.Response.Headers.CacheControl = "public, max-age=86400";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        using var data = QRCodeGenerator.GenerateQrCode(pages.WhatsAppLink, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return Results.Text(code.GetGraphic(4), "image/svg+xml");
    }
}

/// <summary>The pages with their words filled in. Made once; what changes by the day or the caller is filled at request.</summary>
internal sealed class SitePages
{
    private readonly Dictionary<string, object> words = new(StringComparer.Ordinal);
    private readonly SiteWords site;
    private readonly Template home = Template.Load("Pages/home.html");
    private readonly Template exit = Template.Load("Pages/exit.html");
    private readonly Template embed = Template.Load("Pages/embed.html");

    /// <param name="whatsAppNumber">As in Twilio:From, e.g. whatsapp:+50760001234; empty where there is none.</param>
    /// <param name="statisticsUrl">Where figures are published; empty where none are.</param>
    public SitePages(SiteWords site, string whatsAppNumber, string statisticsUrl = "")
    {
        this.site = site;
        words["lang"] = site.Language;
        foreach (var section in new[] { "widget", "page", "plain", "exit", "embed", "figures", "verify" })
            foreach (var (key, text) in site.Section(section)) words[$"{section}.{key}"] = text;
        var digits = string.Concat(whatsAppNumber.Where(char.IsAsciiDigit));
        WhatsAppLink = digits.Length == 0 ? "" : $"https://wa.me/{digits}?text=Hola";
        words["whatsapp"] = WhatsAppLink;
        words["statistics"] = statisticsUrl;
        Style = Template.Load("Pages/site.css").Fill(words);
    }

    public string Style { get; }

    /// <summary>Opens WhatsApp with our number; empty where there is none.</summary>
    public string WhatsAppLink { get; }

    public string Verification(VerificationState state) => VerificationPage.Of(this, site, state);

    /// <summary>Somebody tries too many codes.</summary>
    public string VerificationBusy => VerificationPage.Saying(this, site["verify", "title"], site["verify", "busy"]);

    /// <summary>The link to a certificate is too old, or none.</summary>
    public string PaperOver => VerificationPage.Saying(this, site["verify", "paperTitle"], site["verify", "paperOver"]);

    /// <param name="text">Stands in the box, for her to send; empty for none.</param>
    public string Home(string nonce, string text) =>
        home.Fill(With(("nonce", nonce), ("text", text), ("query", text.Length == 0 ? "" : $"?{PreparedText.Name}={Uri.EscapeDataString(text)}")));

    public string Embed(string baseUrl, string nonce) => embed.Fill(With(("base", baseUrl), ("nonce", nonce)));

    /// <summary>A calendar of this month: nothing that tells what was open before.</summary>
    public string Exit(DateTimeOffset today)
    {
        var days = ((string)words["exit.days"]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var first = new DateTime(today.Year, today.Month, 1);
        var weeks = new StringBuilder("<tr>");
        var column = ((int)first.DayOfWeek + 6) % 7;
        for (var i = 0; i < column; i++) weeks.Append("<td></td>");
        for (var day = 1; day <= DateTime.DaysInMonth(first.Year, first.Month); day++, column++)
        {
            if (column > 0 && column % 7 == 0) weeks.Append("</tr><tr>");
            weeks.Append(CultureInfo.InvariantCulture, $"<td>{day}</td>");
        }
        return exit.Fill(With(
            ("month", first.ToString("MMMM yyyy", CultureInfo.GetCultureInfo(((string)words["lang"])))),
            ("days", new Template.Html(string.Concat(days.Select(d => $"<th scope=\"col\">{Template.Letters.Encode(d)}</th>")))),
            ("weeks", new Template.Html(weeks.Append("</tr>").ToString()))));
    }

    /// <summary>All words and some more, for a page filled at request.</summary>
    public IReadOnlyDictionary<string, object> With(params (string Name, object Value)[] more)
    {
        var all = new Dictionary<string, object>(words, StringComparer.Ordinal);
        foreach (var (name, value) in more) all[name] = value;
        return all;
    }
}

/// <summary>Words a link writes into her box, as the QR code at the door of a meeting does. Nothing is sent before she sends it.</summary>
internal static class PreparedText
{
    public const string Name = "texto";
    private const int Longest = 100;

    public static string In(HttpRequest request) => request.Query[Name].ToString() is { Length: <= Longest } text ? text.Trim() : "";
}

/// <summary>Headers of our pages: a policy without inline scripts and styles, and only allowed sites may frame them.</summary>
internal static class PageHeaders
{
    /// <returns>The nonce of this answer, for the widget's style in browsers that know no other way under such a policy.</returns>
    public static string Strict(HttpResponse response, Origins origins, string connect)
    {
        var nonce = ChatTokens.Unguessable();
        var frames = string.Join(' ', origins.Allowed.Prepend("'self'"));
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src {connect}; form-action 'self'; base-uri 'none'; frame-ancestors {frames}";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin"; // with none at all, browsers hide the origin of our own forms as well
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self)";
        return nonce;
    }
}
