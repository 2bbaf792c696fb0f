using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Wording;
using System.Text;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Translating;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Authoring;

/// <summary>Files to take along: the pack and a translator's file.</summary>
internal static class PackEndpoints
{
    public static void MapPacks(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cursos/paquete.zip", Pack).RequireAuthorization(Permission.EditContent);
        routes.MapGet("/cursos/{courseId}/idiomas/{file}.po", Translation).RequireAuthorization(Permission.EditContent);
    }

    private static async Task<FileContentHttpResult> Pack(ExportCourses export, CancellationToken cancel) =>
        TypedResults.File(await export.Zip(courseId: null, cancel), "application/zip", "cursos.zip");

    private static async Task<Results<FileContentHttpResult, NotFound>> Translation(string courseId, string file, ReadTranslations read, Programmes programmes, CancellationToken cancel)
    {
        if (!programmes.IsLanguage(file) || await read.File(courseId, file, cancel) is not { } text) return TypedResults.NotFound();
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/x-gettext-translation; charset=utf-8", $"{courseId}.{file}.po");
    }
}
