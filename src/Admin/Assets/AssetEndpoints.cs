using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace CoopAssistant.Admin.Assets;

internal static class AssetEndpoints
{
    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet("/recursos/{name}", Send).AllowAnonymous();

    private static Results<FileContentHttpResult, NotFound> Send(string name, HttpContext http, AssetLibrary library)
    {
        if (library.Find(name) is not { } asset) return TypedResults.NotFound();
        var isCurrent = http.Request.Query["v"] == asset.Version;
        http.Response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var gzip = http.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase);
        if (gzip) http.Response.Headers.ContentEncoding = "gzip";
        return TypedResults.File(gzip ? asset.Gzipped : asset.Content, asset.ContentType,
            entityTag: new EntityTagHeaderValue($"\"{asset.Version}{(gzip ? "-gz" : "")}\""));
    }
}
