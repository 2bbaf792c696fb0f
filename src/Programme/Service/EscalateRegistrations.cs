using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Service;

/// <summary>Writes down which registrations nobody looked at in time, and ends what was looked at since. Several at once are harmless: one entry for each level.</summary>
public sealed class EscalateRegistrations(ProgrammeDb db, ReadServiceBook read, TimeProvider clock)
{
    /// <summary>In one save: nobody waits for the database meanwhile.</summary>
    public const int Batch = 500;

    /// <returns>How many were written; a whole batch where more may follow.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        var (book, now) = (await read.Handle(cancel), clock.GetUtcNow());
        var written = 0;
        foreach (var level in Enum.GetValues<ServiceLevel>())
        {
            var late = await LateRegistrations.In(db.Registrations.AsNoTracking(), book, level, now, toBeShown: true).Where(r => !db.Escalations.Any(e => e.RegistrationId == r.Id && e.Level == level))
                .OrderBy(r => r.SubmittedAt).ThenBy(r => r.Id).Take(Batch).Select(r => new { r.Id, r.Country, r.RegionCode, r.PlaceCode, r.SubmittedAt }).ToListAsync(cancel);
            foreach (var r in late) db.Escalations.Add(Escalation.OfRegistration(r.Id, level, r.Country, r.RegionCode, r.PlaceCode, r.SubmittedAt, now));
            written = Math.Max(written, late.Count);
        }
        var ended = await db.Escalations.Where(e => e.EndedAt == null && e.RegistrationId != null).Where(e => !db.Registrations.Any(r => r.Id == e.RegistrationId && r.Status == RegistrationStatus.Received && r.DaysToReview == null))
            .OrderBy(e => e.Id).Take(Batch).ToListAsync(cancel);
        foreach (var escalation in ended) escalation.End(now);
        await db.SaveAsync(cancel);
        return Math.Max(written, ended.Count);
    }
}

/// <summary>Which registrations nobody looked at in time.</summary>
internal static class LateRegistrations
{
    public static IQueryable<Registration> In(IQueryable<Registration> registrations, ServiceBook book, ServiceLevel level, DateTimeOffset now, bool toBeShown = false)
    {
        var last = book.LastLate(ServiceKind.Review, level, now);
        return registrations.Where(r => r.Status == RegistrationStatus.Received && r.DaysToReview == null && r.SubmittedAt <= last)
            .Where(book.Late<Registration>(ServiceKind.Review, level, now, r => r.Country, r => r.RegionCode, r => r.PlaceCode, r => r.SubmittedAt, toBeShown));
    }
}
