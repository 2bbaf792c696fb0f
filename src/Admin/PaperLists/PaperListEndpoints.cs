using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Admin.Security;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Registrations.PaperLists;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.PaperLists;

/// <summary>The template, and what is done with a list that was checked.</summary>
internal static class PaperListEndpoints
{
    public static void MapPaperLists(this IEndpointRouteBuilder routes)
    {
        var lists = routes.MapGroup("/registros/listas").RequireAuthorization(Permission.ExchangeRegistrations);
        lists.MapGet("/plantilla.{format}", Template);
        lists.MapGet("/{id:long}/avance", Progress);
        lists.MapPost("/{id:long}/importar", Import).RequireFormToken();
        lists.MapPost("/{id:long}/descartar", Discard).RequireFormToken();
        lists.MapPost("/{id:long}/deshacer", Undo).RequireFormToken();
    }

    private static IResult Template(string format, string? pais, HttpContext http, Programmes programmes)
    {
        if ((programmes.Find(pais) ?? programmes.All.FirstOrDefault()) is not { } pack) return TypedResults.NotFound();
        var name = $"lista-{pack.Folder}.{format}";
        return format switch
        {
            "xlsx" => XlsxFile.Of(name, [PaperTemplate.List(pack), PaperTemplate.Guide(pack)], http.RequestAborted),
            "csv" => CsvFile.Of(name, PaperTemplate.Headings(pack), AsyncEnumerable.Empty<IReadOnlyList<string?>>(), http.RequestAborted),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<IResult> Progress(long id, HttpContext http, ReadPaperLists read)
    {
        if (await read.Handle(id, http.User.StaffId(), http.User.Territory(), http.RequestAborted) is not { } list) return TypedResults.NotFound();
        return new RazorComponentResult<PaperListProgress>(new { List = list });
    }

    private static async Task<IResult> Import(long id, HttpContext http, ImportPaperList import, PaperListWorker worker)
    {
        if (!await import.Begin(id, http.User.StaffId(), http.User.Territory(), http.RequestAborted)) return TypedResults.LocalRedirect("/registros/listas?aviso=cambio");
        worker.Wake();
        return TypedResults.LocalRedirect($"/registros/listas/{id}");
    }

    private static async Task<IResult> Discard(long id, HttpContext http, UndoPaperList undo) =>
        TypedResults.LocalRedirect("/registros/listas?aviso=" + (await undo.Discard(id, http.User.StaffId(), http.User.Territory(), http.RequestAborted) ? "lista-descartada" : "cambio"));

    private static async Task<IResult> Undo(long id, HttpContext http, UndoPaperList undo)
    {
        var result = await undo.Undo(id, http.User.StaffId(), http.User.Territory(), http.RequestAborted);
        return TypedResults.LocalRedirect($"/registros/listas/{id}?aviso=" + (result.IsUndone ? "lista-deshecha" : result.IsFound ? "lista-en-uso" : "cambio"));
    }
}
