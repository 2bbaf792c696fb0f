using System.Globalization;
using CoopAssistant.Bot.WebChat;
using CoopAssistant.Bot.WebChat.Pages;
using CoopAssistant.Courses.Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Bot.Certificates;

/// <summary>
/// Anyone may check a certificate: its initials and what was completed, no more. Who tries many codes has to wait, and is
/// refused in the end.
/// </summary>
internal static class VerificationEndpoints
{
    public const string Path = "/verificar";
    private const int PerSecond = 5; // behind a proxy all visitors share one address
    private const int AtOnce = 30;

    public static void MapVerification(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Begin);
        routes.MapGet($"{Path}/{{code}}", Verify);
    }

    /// <summary>Whoever guesses codes is slowed down here.</summary>
    public static VerificationGate NewGate(TimeProvider clock) => new(new FloodGate(PerSecond, AtOnce, clock));

    private static IResult Begin(HttpContext http, SitePages pages, Origins origins, string? codigo) =>
        string.IsNullOrWhiteSpace(codigo)
            ? Page(http, origins, pages.Verification(new(Asked: "", IsWrong: false, Found: null)))
            : Results.Redirect($"{Path}/{Uri.EscapeDataString(codigo.Trim()[..Math.Min(40, codigo.Trim().Length)])}");

    private static async Task<IResult> Verify(HttpContext http, string code, VerifyCertificate verify, CertificateWords words, VerificationGate gate, SitePages pages, Origins origins)
    {
        if (!await gate.Flood.Enter(FloodGate.CallerOf(http.Connection.RemoteIpAddress), http.RequestAborted))
        {
            http.Response.Headers.RetryAfter = "60";
            return Page(http, origins, pages.VerificationBusy, StatusCodes.Status429TooManyRequests);
        }
        var found = await verify.Handle(code, http.RequestAborted);
        var shown = found is null ? null : new VerificationShown(
            found.Code, found.Initials, found.CourseTitle, Number(found.Lessons), Number(found.Hours), words.Day(found.CompletedAt, found.Country), words.CaveatOf(found.Country));
        var page = pages.Verification(new(Asked: found is null ? code : "", IsWrong: found is null, shown));
        return Page(http, origins, page, found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    private static IResult Page(HttpContext http, Origins origins, string html, int status = StatusCodes.Status200OK)
    {
        PageHeaders.Strict(http.Response, origins, "'none'");
        http.Response.Headers.CacheControl = "no-store";
        return Results.Content(html, "text/html; charset=utf-8", statusCode: status);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One for the process.</summary>
internal sealed record VerificationGate(FloodGate Flood);
