using System.Globalization;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Admin.Figures;
using CoopAssistant.Admin.Security;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.FollowUps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Groups.FollowUp;

/// <summary>A visit that was made, and the reports as files.</summary>
internal static class FollowUpEndpoints
{
    public static void MapFollowUps(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/grupos/{id:guid}/seguimiento/visita", Visited).RequireFormToken().RequireAuthorization(Permission.LeadGroups);
        routes.MapGet("/grupos/{id:guid}/seguimiento.{format}", Cooperative).RequireAuthorization(Permission.LeadGroups);
        routes.MapGet("/cifras/seguimiento.{format}", All).RequireAuthorization(Permission.SeeStatistics);
    }

    private static async Task<IResult> Visited(Guid id, HttpContext http, NoteFollowUp note)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!int.TryParse(form["mes"], NumberStyles.None, CultureInfo.InvariantCulture, out var month)) return TypedResults.NotFound();
        var result = await note.Visited(new GroupId(id), month, http.User.Territory(), http.RequestAborted);
        return result == FollowUpResult.NotFound ? TypedResults.NotFound() : TypedResults.LocalRedirect($"/grupos/{id}/seguimiento?aviso={FollowUpTerms.Notice(result)}#ronda-{month}");
    }

    private static async Task<IResult> Cooperative(Guid id, string format, HttpContext http, ReadFollowUps read, RecordChange record, Programmes programmes, TimeProvider clock)
    {
        if (!IsKnown(format) || await read.Handle(new GroupId(id), http.User.Territory(), http.RequestAborted) is not { } found) return TypedResults.NotFound();
        await record.Handle(http.User.StaffId(), ChangeAction.Exported, "FollowUpReport", id.ToString(), format, http.RequestAborted);
        return File(CooperativeReport.Of(found, programmes, clock.GetUtcNow()), $"seguimiento-{found.Group.Code}", format, http.RequestAborted);
    }

    private static async Task<IResult> All(string format, HttpContext http, ReadFollowUpReport read, RecordChange record, Programmes programmes, TimeProvider clock)
    {
        if (!IsKnown(format)) return TypedResults.NotFound();
        var query = FiguresQuery.Of(http.Request.Query, programmes.ThisMonth(clock.GetUtcNow(), http.User.Place().Country));
        var report = await read.Handle(query, http.User.Territory(), http.User.Place().Country, http.RequestAborted);
        await record.Handle(http.User.StaffId(), ChangeAction.Exported, "FollowUpReport", null, $"{Months.Write(query.First)} – {Months.Write(query.Last)}, {format}", http.RequestAborted);
        return File(report, $"seguimiento-{Months.Write(query.Last)}", format, http.RequestAborted);
    }

    private static bool IsKnown(string format) => format is "pdf" or "xlsx" or "csv";

    private static IResult File(Report report, string name, string format, CancellationToken cancel) =>
        format == "pdf" ? TypedResults.File(ReportPaper.Print(report), "application/pdf", name + ".pdf") : SheetFiles.File(report.ToSheet(name), format, cancel);
}
