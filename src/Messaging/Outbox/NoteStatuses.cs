using CoopAssistant.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Outbox;

/// <summary>What the provider says became of a message it accepted.</summary>
/// <param name="Refusal">Why not, where <paramref name="Status"/> is <see cref="Delivery.Failed"/>.</param>
public sealed record StatusReport(string ProviderId, Delivery Status, Refusal? Refusal);

/// <summary>
/// Moves deliveries forward, never back, many in one transaction; repeats and stragglers change nothing. A report about an id we do not
/// know (yet) is parked.
/// </summary>
public sealed class NoteStatuses(MessagingDb db, RecordRefusal refuse, TimeProvider clock)
{
    private static readonly TimeSpan KeepParked = TimeSpan.FromHours(1);

    public async Task Handle(IReadOnlyList<StatusReport> reports, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var unknown = new List<StatusReport>();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            foreach (var report in reports.OrderBy(r => r.ProviderId, StringComparer.Ordinal)) // one order of locks for all processes
            {
                if (report.Status != Delivery.Failed && await Advance(report, cancel) == 0 && !await Known(report.ProviderId, cancel)) unknown.Add(report);
            }

            await transaction.CommitAsync(cancel);
        }

        foreach (var report in reports.Where(r => r.Status == Delivery.Failed))
        {
            if (!await Fail(report, cancel)) unknown.Add(report);
        }

        if (unknown.Count > 0) await Park(unknown, cancel);
    }

    /// <summary>Applies what came before these ids were noted.</summary>
    internal async Task ApplyParked(string[] providerIds, CancellationToken cancel)
    {
        if (providerIds.Length == 0) return;
        var parked = await db.ParkedStatuses.AsNoTracking().Where(s => providerIds.Contains(s.ProviderId)).OrderBy(s => s.Id).ToListAsync(cancel);
        foreach (var status in parked)
        {
            var report = new StatusReport(status.ProviderId, status.Status, status.ToRefusal());
            if (report.Status == Delivery.Failed ? await Fail(report, cancel) : await Advance(report, cancel) > 0 || await Known(report.ProviderId, cancel))
                await db.ParkedStatuses.Where(s => s.Id == status.Id).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>Forgets parked statuses that nobody asked for within an hour.</summary>
    public Task Sweep(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - KeepParked;
        return db.ParkedStatuses.Where(s => s.At < before).ExecuteDeleteAsync(cancel);
    }

    private Task<int> Advance(StatusReport report, CancellationToken cancel) =>
        Row(report.ProviderId).Where(m => m.Delivery < report.Status).ExecuteUpdateAsync(set => set.SetProperty(m => m.Delivery, report.Status), cancel);

    private async Task<bool> Fail(StatusReport report, CancellationToken cancel)
    {
        var row = await Row(report.ProviderId).Select(m => new { m.Id, m.ConversationId, m.Attempts, m.NotBefore, m.At, m.Delivery }).FirstOrDefaultAsync(cancel);
        if (row is null) return false;
        if (row.Delivery >= Delivery.Delivered) return true;

        var refusal = report.Refusal ?? new Refusal("", RefusalKind.Permanent);
        await refuse.Handle(Row(report.ProviderId).Where(m => m.Delivery < Delivery.Delivered), row.ConversationId, row.Attempts, row.NotBefore ?? row.At, refusal, cancel);
        return true;
    }

    /// <summary>Parks first and looks again: the id may have been noted in between, and then nobody else would apply the status.</summary>
    private async Task Park(List<StatusReport> reports, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rows = reports.ConvertAll(r => new ParkedStatus(r, now));
        db.ParkedStatuses.AddRange(rows);
        await db.SaveAsync(cancel);
        await ApplyParked(reports.Select(r => r.ProviderId).Distinct(StringComparer.Ordinal).ToArray(), cancel);
    }

    private Task<bool> Known(string providerId, CancellationToken cancel) => Row(providerId).AnyAsync(cancel);

    private IQueryable<Message> Row(string providerId) => db.Messages.Where(m => m.ProviderId == providerId && m.Direction == MessageDirection.Outbound);
}
