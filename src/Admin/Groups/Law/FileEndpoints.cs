using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Admin.Security;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups.Files;
using CoopAssistant.Programme.Groups.Papers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Groups.Law;

/// <summary>Files of a group, and the papers filled with its data.</summary>
internal static class FileEndpoints
{
    public static void MapGroupFiles(this IEndpointRouteBuilder group)
    {
        // What is somewhat too large is read, so that a sentence can say so.
        group.MapPost("/archivos/guardar", Add).RequireFormToken().WithMetadata(new RequestSizeLimitAttribute(6 * AddGroupFile.MostBytes));
        group.MapGet("/archivos/{archivo:guid}", Send);
        group.MapPost("/archivos/{archivo:guid}/quitar", Remove).RequireFormToken();
        group.MapGet("/documentos/{codigo}", Fill);
    }

    private static async Task<IResult> Add(Guid id, HttpContext http, AddGroupFile add)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files.GetFile("archivo") is not { Length: > 0 } file) return Back(id, LawWords.Notice(AddFileResult.Empty));
        if (file.Length > AddGroupFile.MostBytes) return Back(id, LawWords.Notice(AddFileResult.TooLarge));
        var bytes = new byte[file.Length];
        await using (var content = file.OpenReadStream()) await content.ReadExactlyAsync(bytes, http.RequestAborted);
        var step = form["paso"].ToString() is { Length: > 0 } code ? code : null;
        var result = await add.Handle(new(new GroupId(id), file.FileName, step, bytes, http.User.StaffId(), http.User.Territory()), http.RequestAborted);
        return result == AddFileResult.NotFound ? TypedResults.NotFound() : Back(id, LawWords.Notice(result));
    }

    /// <summary>Only ever saved, never shown by the browser as a page of ours.</summary>
    private static async Task<IResult> Send(Guid id, Guid archivo, HttpContext http, ReadGroupFiles read)
    {
        if (await read.Open(new GroupId(id), new GroupFileId(archivo), http.User.StaffId(), http.User.Territory(), http.RequestAborted) is not var (file, bytes)) return TypedResults.NotFound();
        Guard(http);
        return TypedResults.File(bytes, file.Kind.ContentType(), file.Name);
    }

    private static async Task<IResult> Remove(Guid id, Guid archivo, HttpContext http, RemoveGroupFile remove)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return await remove.Handle(new(new GroupId(id), new GroupFileId(archivo), http.User.StaffId(), form["motivo"], http.User.Territory()), http.RequestAborted) switch
        {
            RemoveFileResult.Removed => Back(id, "archivo-quitado"),
            RemoveFileResult.ReasonMissing => Back(id, "falta-motivo"),
            RemoveFileResult.ChangedMeanwhile => Back(id, "cambio"),
            _ => TypedResults.NotFound(),
        };
    }

    private static async Task<IResult> Fill(Guid id, string codigo, HttpContext http, FillPaper fill)
    {
        var request = new FillPaper.Request(new GroupId(id), codigo, http.User.StaffId(), http.User.May(Permission.SeePersonalData), http.User.Territory());
        if (await fill.Handle(request, http.RequestAborted) is not { } paper) return TypedResults.NotFound();
        Guard(http);
        return TypedResults.File(DocxFile.Of(paper), GroupFileKind.Docx.ContentType(), GroupFileKinds.SafeName($"{paper.Paper.Name} - {paper.Group}.docx", GroupFileKind.Docx));
    }

    private static void Guard(HttpContext http)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        http.Response.Headers.CacheControl = "private, no-store";
    }

    private static IResult Back(Guid id, string notice) => TypedResults.LocalRedirect($"/grupos/{id}/archivos?aviso={notice}");
}
