using CoopAssistant.Programme;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Inbox;

/// <summary>Writes down which conversations were not answered in time, and ends what was answered or closed since. Several at once are harmless: one entry for each level and wait.</summary>
public sealed class EscalateTickets(MessagingDb db, ProgrammeDb programme, ReadServiceBook read, TimeProvider clock)
{
    /// <returns>How many were written or ended; a whole batch where more may follow.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        var (book, now) = (await read.Handle(cancel), clock.GetUtcNow());
        var written = 0;
        foreach (var level in Enum.GetValues<ServiceLevel>())
        {
            var late = await db.Tickets.AsNoTracking().Where(t => t.ClosedAt == null).Late(book, level, now, toBeShown: true)
                .Where(t => !programme.Escalations.Any(e => e.TicketId == t.Id && e.Level == level && e.Since == t.WaitingSince))
                .OrderBy(t => t.WaitingSince).ThenBy(t => t.Id).Take(EscalateRegistrations.Batch)
                .Select(t => new { t.Id, t.Country, t.RegionCode, t.PlaceCode, Since = t.WaitingSince!.Value }).ToListAsync(cancel);
            foreach (var t in late) programme.Escalations.Add(Escalation.OfTicket(t.Id, level, t.Country, t.RegionCode, t.PlaceCode, t.Since, now));
            written = Math.Max(written, late.Count);
        }
        var ended = await programme.Escalations.Where(e => e.EndedAt == null && e.TicketId != null)
            .Where(e => !db.Tickets.Any(t => t.Id == e.TicketId && t.ClosedAt == null && t.WaitingSince == e.Since))
            .OrderBy(e => e.Id).Take(EscalateRegistrations.Batch).ToListAsync(cancel);
        foreach (var escalation in ended) escalation.End(now);
        await db.SaveAsync(cancel);
        return Math.Max(written, ended.Count);
    }
}
