using System.Globalization;
using CoopAssistant.Admin.Shell;
using CoopAssistant.Admin.Staff;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Registrations;
using Microsoft.AspNetCore.Http.Extensions;

namespace CoopAssistant.Admin.Audit;

/// <summary>What to look for, as the address says it. What an address says wrongly counts as not said.</summary>
/// <param name="Seen">Looks at masked data; false: changes.</param>
/// <param name="Record">A folio, or the id of another record.</param>
internal sealed record AuditQuery(bool Seen, string? Staff, DateOnly? From, DateOnly? Until, string? Record, int Page)
{
    public const int PageSize = 50;

    public static AuditQuery Of(string? what, string? staff, string? from, string? until, string? record, int? page) =>
        new(what != "cambios", Said(staff), Day(from), Day(until), Said(record), Pager.Number(page));

    /// <param name="visible">Accounts the administrator may see.</param>
    /// <param name="country">Of the administrator, whose days are meant; null who sees all countries.</param>
    public async Task<(SearchAudit.Request Request, IQueryable<SearchAudit.Line> Lines)> On(SearchAudit audit, IReadOnlyList<ListStaff.Line> visible, Programmes programmes, string? country, CancellationToken cancel)
    {
        var ids = visible.Select(line => line.Member.Id).ToList();
        var staff = Staff is not null ? ids.Where(id => id == Staff).ToList() : country is null ? null : ids;
        var folio = Folio.TryParse(Record, null, out var parsed) ? parsed.Canonical : Record;
        var record = Record is null ? null : Seen ? folio : await audit.IdOf(folio!, cancel) ?? Record;
        DateTimeOffset? Begin(DateOnly? day) => day is { } known ? programmes.Begin(known, country) : null;
        var request = new SearchAudit.Request(staff)
        {
            From = Begin(From), Until = Begin(Until?.AddDays(1)), Record = record, Skip = (Page - 1) * PageSize, Take = PageSize,
        };
        return (request, Seen ? audit.Looks(request) : audit.Changes(request));
    }

    public string Address(string path = "/auditoria")
    {
        var query = new QueryBuilder();
        if (!Seen) query.Add("ver", "cambios");
        if (Staff is not null) query.Add("quien", Staff);
        if (From is { } from) query.Add("desde", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Until is { } until) query.Add("hasta", until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (Record is not null) query.Add("registro", Record);
        if (Page > 1) query.Add("pagina", Page.ToString(CultureInfo.InvariantCulture));
        return path + query;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
