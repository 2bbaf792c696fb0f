using CoopAssistant.Admin.Access;
using System.Globalization;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Security;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Writing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Authoring;

/// <summary>What the buttons of a course's tree do.</summary>
internal static class OutlineEndpoints
{
    public static void MapOutline(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/cursos/{courseId}/orden", Change).RequireFormToken().RequireAuthorization(Permission.EditContent);

    private static async Task<RedirectHttpResult> Change(string courseId, HttpContext http, ChangeOutline change, PublishOutline publish)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (words, by) = (form["hacer"].ToString().Split(' '), http.User.StaffId());
        var (act, on) = (words[0], words.Length > 1 ? words[1] : "");
        _ = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        var (title, about) = (form["titulo"].ToString().Trim(), form["descripcion"].ToString().Trim());
        switch (act)
        {
            case "publicar":
                return Back(courseId, Word(await publish.Handle(courseId, version, by, http.RequestAborted)));
            case "descartar":
                return Back(courseId, await change.Discard(courseId, version, http.RequestAborted) ? "orden-descartado" : "cambio");
            case "agregar-leccion" when title.Length > 0:
                var id = await change.AddLesson(courseId, version, on, title, by, http.RequestAborted);
                return id is null ? Back(courseId, "cambio") : TypedResults.LocalRedirect(AuthoringWords.Address(new(courseId, id, "")));
        }
        if (Move(act, on, words.Length > 2 ? words[2] : "", title, about) is not { } move) return Back(courseId, "vacio-titulo");
        var result = await change.Handle(new(courseId, version, move, by), http.RequestAborted);
        return Back(courseId, result == SaveDraftResult.Saved ? "orden-guardado" : "cambio", act.StartsWith("subir", StringComparison.Ordinal) || act.StartsWith("bajar", StringComparison.Ordinal) ? $"{act[..5]}-{on}" : on);
    }

    private static Func<Course, Course>? Move(string act, string on, string module, string title, string about) => act switch
    {
        "subir-modulo" => course => course.MoveModule(on, -1),
        "bajar-modulo" => course => course.MoveModule(on, 1),
        "subir-leccion" => course => course.MoveLesson(on, -1),
        "bajar-leccion" => course => course.MoveLesson(on, 1),
        "quitar-leccion" => course => course.RemoveLesson(on),
        "devolver-leccion" => course => course.AddLesson(course.Modules.Any(known => known.Id == module) ? module : course.Modules[^1].Id, on),
        "quitar-modulo" => course => course.RemoveModule(on),
        "agregar-modulo" when title.Length > 0 && about.Length > 0 => course => course.AddModule(title, about),
        "nombrar-modulo" when title.Length > 0 && about.Length > 0 => course => course.RenameModule(on, title, about),
        _ => null,
    };

    private static string Word(PublishResult result) => result switch
    {
        PublishResult.Published => "orden-publicado",
        PublishResult.Nothing => "nada-que-publicar",
        _ => "cambio",
    };

    private static RedirectHttpResult Back(string courseId, string notice, string anchor = "") =>
        TypedResults.LocalRedirect($"/cursos/{Uri.EscapeDataString(courseId)}?aviso={notice}{(anchor.Length == 0 ? "" : "#" + Uri.EscapeDataString(anchor))}");
}
