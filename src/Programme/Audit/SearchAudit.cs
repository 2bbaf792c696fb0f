using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Audit;

/// <summary>Who saw and who changed what, newest first.</summary>
public sealed class SearchAudit(ProgrammeDb db)
{
    /// <param name="Staff">Only these members of staff; null for everybody.</param>
    public sealed record Request(IReadOnlyList<string>? Staff)
    {
        public DateTimeOffset? From { get; init; }

        /// <summary>Exclusive.</summary>
        public DateTimeOffset? Until { get; init; }

        /// <summary>A folio as it is stored, or the id of another record; null for all.</summary>
        public string? Record { get; init; }
        public int Skip { get; init; }
        public int Take { get; init; } = 50;
    }

    /// <param name="Folio">Of the registration; null where it is no registration, or gone.</param>
    public sealed record Line(long Id, string Staff, DateTimeOffset At, string Action, string Subject, string? SubjectId, string? Folio, string? Detail);

    /// <summary>Looks at masked data.</summary>
    public IQueryable<Line> Looks(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var entries = db.AccessEntries.AsNoTracking();
        if (request.Staff is [var one]) entries = entries.Where(e => e.Staff == one);
        else if (request.Staff is { } staff) entries = entries.Where(e => staff.Contains(e.Staff + "")); // of many the newest are found sooner by time than by name
        if (request.From is { } from) entries = entries.Where(e => e.At >= from);
        if (request.Until is { } until) entries = entries.Where(e => e.At < until);
        if (request.Record is { } record) entries = entries.Where(e => db.Registrations.Where(r => r.Folio == record).Select(r => r.Id).Contains(e.RegistrationId));
        return entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Select(e => new Line(e.Id, e.Staff, e.At, "vio", "Registration", e.RegistrationId.Value.ToString(), db.Registrations.Where(r => r.Id == e.RegistrationId).Select(r => r.Folio).FirstOrDefault(), e.What));
    }

    /// <summary>Changes, sign-ins and exports.</summary>
    public IQueryable<Line> Changes(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var entries = db.ChangeEntries.AsNoTracking();
        if (request.Staff is [var one]) entries = entries.Where(e => e.Staff == one);
        else if (request.Staff is { } staff) entries = entries.Where(e => staff.Contains(e.Staff + ""));
        if (request.From is { } from) entries = entries.Where(e => e.At >= from);
        if (request.Until is { } until) entries = entries.Where(e => e.At < until);
        if (request.Record is { } record) entries = entries.Where(e => e.SubjectId == record);
        return entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => new Line(e.Id, e.Staff, e.At, e.Action, e.Subject, e.SubjectId, null, e.Detail));
    }

    /// <summary>Id of the registration with this folio, as changes name it; null where there is none.</summary>
    public async Task<string?> IdOf(string folio, CancellationToken cancel) =>
        await db.Registrations.Where(r => r.Folio == folio).Select(r => (RegistrationId?)r.Id).FirstOrDefaultAsync(cancel) is { } id ? id.Value.ToString() : null;

    public static async Task<(IReadOnlyList<Line> Lines, CappedCount Count)> Page(IQueryable<Line> lines, Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (await lines.Skip(request.Skip).Take(request.Take).ToListAsync(cancel), await CappedCount.Of(lines, cancel));
    }
}
