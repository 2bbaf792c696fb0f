using CoopAssistant.Bot.WebChat;
using CoopAssistant.Bot.WebChat.Pages;
using CoopAssistant.Courses.Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Certificates;

/// <summary>A certificate's PDF under its sealed address: printed when it is fetched, with her name as it is now.</summary>
internal static class CertificateEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCertificates(this IEndpointRouteBuilder routes) =>
        routes.MapMethods($"{CertificateLinks.Path}/{{token:maxlength(600)}}/{CertificateLinks.FileName}", Reading, Paper);

    private static async Task<IResult> Paper(
        HttpContext http, string token, CertificateLinks links, CertificateWords words, SitePages pages, Origins origins, IServiceScopeFactory scopes, TimeProvider clock)
    {
        if (links.Read(token) is not { } link) return NotThere(http, pages, origins, StatusCodes.Status404NotFound);
        if (link.IsOver) return NotThere(http, pages, origins, StatusCodes.Status410Gone);
        if (await Issued(link, scopes, http.RequestAborted) is not { } certificate) return NotThere(http, pages, origins, StatusCodes.Status404NotFound);
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        http.Response.Headers.ContentDisposition = $"inline; filename=\"{CertificateLinks.FileName}\"";
        return Results.Bytes(CertificatePaper.Print(words.Of(certificate)), "application/pdf", enableRangeProcessing: true, lastModified: certificate.ReissuedAt ?? certificate.IssuedAt);
    }

    /// <summary>Two who fetch at the same time just after a correction: the second finds what the first wrote.</summary>
    private static async Task<Certificate?> Issued(CertificateLink link, IServiceScopeFactory scopes, CancellationToken cancel)
    {
        try
        {
            return await Issue();
        }
        catch (DbUpdateException)
        {
            return await Issue();
        }

        async Task<Certificate?> Issue()
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<IssueCertificate>().Handle(link.Participant, link.CourseId, cancel);
        }
    }

    private static IResult NotThere(HttpContext http, SitePages pages, Origins origins, int status)
    {
        PageHeaders.Strict(http.Response, origins, "'none'");
        http.Response.Headers.CacheControl = "no-store";
        return Results.Content(pages.PaperOver, "text/html; charset=utf-8", statusCode: status);
    }
}
