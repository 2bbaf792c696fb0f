using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Admin.Security;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Figures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoopAssistant.Admin.Figures;

/// <summary>Goals as a form, the report of a month as files.</summary>
internal static class FigureEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/cifras/metas/guardar", GoalEndpoints.Save).RequireFormToken().RequireAuthorization(Permission.SetGoals);
        routes.MapGet("/cifras/informe.{format}", Month).RequireAuthorization(Permission.SeeStatistics);
    }

    private static async Task<IResult> Month(string format, HttpContext http, ReadMonthlyReport read, RefreshFigures refresh, RecordChange record, Programmes programmes, TimeProvider clock)
    {
        if (format is not ("pdf" or "xlsx" or "csv")) return TypedResults.NotFound();
        var query = FiguresQuery.Of(http.Request.Query, programmes.ThisMonth(clock.GetUtcNow(), http.User.Place().Country));
        await refresh.WhenQuick(http.RequestAborted);
        var report = await read.Handle(query, http.User.Territory(), http.User.Place().Country, http.RequestAborted);
        await record.Handle(http.User.StaffId(), ChangeAction.Exported, "MonthlyReport", null, $"{Months.Write(query.Last)}, {format}", http.RequestAborted);
        var name = $"informe-{Months.Write(query.Last)}";
        return format == "pdf" ? TypedResults.File(ReportPaper.Print(report), "application/pdf", name + ".pdf") : SheetFiles.File(report.ToSheet(name), format, http.RequestAborted);
    }
}
