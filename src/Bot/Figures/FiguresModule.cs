using CoopAssistant.Bot.WebChat;
using CoopAssistant.Bot.WebChat.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Figures;

/// <summary>The statistics that a ministry may publish. Switched off, nothing of it is there.</summary>
internal static class FiguresModule
{
    public const string Path = "/estadisticas";

    public static IServiceCollection AddPublicFigures(this IServiceCollection services)
    {
        services.AddSingleton<FiguresSheet>();
        services.AddSingleton<PublishFigures>();
        services.AddHostedService(provider => provider.GetRequiredService<PublishFigures>());
        return services;
    }

    public static void MapPublicFigures(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Page);
        routes.MapGet(Path + ".csv", Csv);
    }

    private static IResult Page(HttpContext http, PublishFigures figures, Origins origins)
    {
        if (Prepared(http, figures) is not { } now) return Missing(http, figures);
        PageHeaders.Strict(http.Response, origins, "'none'");
        return IsKnown(http, now) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Content(now.Page, "text/html; charset=utf-8");
    }

    private static IResult Csv(HttpContext http, PublishFigures figures)
    {
        if (Prepared(http, figures) is not { } now) return Missing(http, figures);
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return IsKnown(http, now) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(now.Csv, "text/csv; charset=utf-8", "estadisticas.csv");
    }

    private static PublishedFigures? Prepared(HttpContext http, PublishFigures figures)
    {
        if (figures.Now is not { } now) return null;
        http.Response.Headers.CacheControl = "public, max-age=3600";
        http.Response.Headers.ETag = now.Tag;
        return now;
    }

    private static bool IsKnown(HttpContext http, PublishedFigures now) => http.Request.Headers.IfNoneMatch.Contains(now.Tag, StringComparer.Ordinal);

    /// <summary>Switched off, or in the first moments after the start.</summary>
    private static IResult Missing(HttpContext http, PublishFigures figures)
    {
        if (!figures.IsOn) return Results.NotFound();
        http.Response.Headers.RetryAfter = "30";
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }
}
