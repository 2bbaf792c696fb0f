using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Exports;

/// <summary>Files on their way: how far they are, stopping and taking them. Each is its owner's alone.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/descargas").RequireAuthorization(Permission.ExchangeRegistrations);
        exports.MapGet("/lista", IResult (HttpContext http, ExportQueue all) => new RazorComponentResult<ExportList>(new { Exports = all.Of(http.User.StaffId()) }));
        exports.MapPost("/{id:guid}/cancelar", Cancel).RequireFormToken();
        exports.MapGet("/{id:guid}/archivo", Take);
    }

    private static IResult Cancel(Guid id, HttpContext http, ExportQueue all)
    {
        if (all.Find(id, http.User.StaffId()) is not { } export) return TypedResults.NotFound();
        export.Cancel();
        return TypedResults.LocalRedirect("/descargas");
    }

    private static IResult Take(Guid id, HttpContext http, ExportQueue all) =>
        all.Find(id, http.User.StaffId()) is { State: ExportState.Ready } export ? TypedResults.PhysicalFile(export.Path, export.ContentType, export.FileName) : TypedResults.NotFound();
}
