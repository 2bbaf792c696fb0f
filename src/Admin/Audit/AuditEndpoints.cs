using System.Runtime.CompilerServices;
using CoopAssistant.Admin.Access;
using CoopAssistant.Admin.Accounts;
using CoopAssistant.Admin.Exports;
using CoopAssistant.Admin.Staff;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Audit;

/// <summary>The audit as a file; taking it is written down too.</summary>
internal static class AuditEndpoints
{
    private static readonly string[] Headings = ["Cuándo (UTC)", "Quién", "Qué hizo", "Con qué", "Folio o número", "Detalle"];

    public static void MapAudit(this IEndpointRouteBuilder routes) => routes.MapGet("/auditoria.csv", Download).RequireAuthorization(Permission.SeeAudit);

    private static async Task<PushStreamHttpResult> Download(
        string? ver, string? quien, string? desde, string? hasta, string? registro, HttpContext http, SearchAudit audit, ListStaff staff, RecordChange record, Programmes programmes)
    {
        var cancel = http.RequestAborted;
        var query = AuditQuery.Of(ver, quien, desde, hasta, registro, page: null);
        var visible = await staff.Handle(http.User.Place(), cancel);
        var (_, lines) = await query.On(audit, visible, programmes, http.User.Place().Country, cancel);
        await record.Handle(http.User.StaffId(), ChangeAction.Exported, "Audit", null, query.Seen ? "quién vio" : "quién cambió", cancel);
        var names = visible.ToDictionary(line => line.Member.Id, line => line.Member.DisplayName, StringComparer.Ordinal);
        return CsvFile.Of(query.Seen ? "auditoria-vistas.csv" : "auditoria-cambios.csv", Headings, Cells(lines, names, cancel), cancel);
    }

    private static async IAsyncEnumerable<IReadOnlyList<string?>> Cells(
        IQueryable<SearchAudit.Line> lines, Dictionary<string, string> names, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return
            [
                Programmes.Machine(line.At), names.GetValueOrDefault(line.Staff, line.Staff), line.Action, AuditWords.Kind(line.Subject),
                line.Folio is null ? line.SubjectId : Programmes.Folio(line.Folio), AuditWords.Detail(line),
            ];
        }
    }
}
