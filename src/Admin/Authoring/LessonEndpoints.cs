using CoopAssistant.Admin.Access;
using System.Globalization;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Courses.Recordings;
using CoopAssistant.Courses.Writing;
using CoopAssistant.Programme.Recordings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Authoring;

/// <summary>What buttons around a lesson's text do.</summary>
internal static class LessonEndpoints
{
    public static void MapLessons(this IEndpointRouteBuilder routes)
    {
        var lesson = routes.MapGroup("/cursos/{courseId}/lecciones/{lessonId}").RequireAuthorization(Permission.EditContent);
        lesson.MapPost("/variante", Vary).RequireFormToken();
        lesson.MapPost("/descartar", Discard).RequireFormToken();
        lesson.MapPost("/seguir", GoOn).RequireFormToken();
        lesson.MapPost("/volver", RollBackTo).RequireFormToken();
        lesson.MapPost("/recuperar", Recover).RequireFormToken();
        routes.MapGet("/cursos/voces/{fileId}", Play).RequireAuthorization(Permission.EditContent);
    }

    private static async Task<RedirectHttpResult> Vary(string courseId, string lessonId, HttpContext http, AddVariant add)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (country, key) = (form["pais"].ToString(), new LessonKey(courseId, lessonId, form["como"].ToString()));
        var added = country.Length == 2 && await add.Handle(key, country, http.User.StaffId(), http.RequestAborted);
        return Back(added ? key with { Country = country } : key, added ? "variante" : "cambio");
    }

    private static async Task<RedirectHttpResult> Discard(string courseId, string lessonId, HttpContext http, DiscardDraft discard, ReadDesk read)
    {
        var (key, version) = await Read(courseId, lessonId, http);
        if (!await discard.Handle(key, version, http.RequestAborted)) return Back(key, "cambio");
        var isGone = (await read.Handle(courseId, lessonId, http.RequestAborted))?.Texts.Count is null or 0;
        return isGone ? TypedResults.LocalRedirect($"/cursos/{Uri.EscapeDataString(courseId)}?aviso=descartado") : Back(key, "descartado");
    }

    private static async Task<RedirectHttpResult> GoOn(string courseId, string lessonId, HttpContext http, GoOnWithDraft goOn)
    {
        var (key, version) = await Read(courseId, lessonId, http);
        return Back(key, await goOn.Handle(key, version, http.RequestAborted) ? "sigue" : "cambio");
    }

    private static async Task<RedirectHttpResult> RollBackTo(string courseId, string lessonId, HttpContext http, RollBack roll)
    {
        var (key, newest) = await Read(courseId, lessonId, http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        _ = long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var result = await roll.Handle(key, id, newest, http.User.StaffId(), http.RequestAborted);
        return Back(key, result switch { PublishResult.Published => "vuelta", PublishResult.Nothing => "nada-que-publicar", _ => "cambio" }, "historial");
    }

    private static async Task<RedirectHttpResult> Recover(string courseId, string lessonId, HttpContext http, RecoverEdit recover)
    {
        var (key, version) = await Read(courseId, lessonId, http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        _ = long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        return Back(key, await recover.Handle(key, id, version, http.User.StaffId(), http.RequestAborted) == SaveDraftResult.Saved ? "recuperado" : "cambio");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> Play(string fileId, ReadRecordingBytes read, CancellationToken cancel) =>
        await read.Handle(fileId, cancel) is { } bytes ? TypedResults.File(bytes, RecordingFile.ContentType, enableRangeProcessing: true) : TypedResults.NotFound();

    private static async Task<(LessonKey Key, int Version)> Read(string courseId, string lessonId, HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        _ = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        return (new LessonKey(courseId, lessonId, form["pais"].ToString()), version);
    }

    private static RedirectHttpResult Back(LessonKey key, string notice, string page = "") =>
        TypedResults.LocalRedirect(AuthoringWords.With(AuthoringWords.Address(key, page), "aviso=" + notice));
}
