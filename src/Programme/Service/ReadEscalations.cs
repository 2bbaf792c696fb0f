using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Service;

/// <summary>The escalations of one registration or conversation, for who sees that: oldest first.</summary>
public sealed class ReadEscalations(ProgrammeDb db)
{
    public sealed record Entry(ServiceLevel Level, DateTimeOffset Since, DateTimeOffset At, DateTimeOffset? EndedAt);

    public async Task<IReadOnlyList<Entry>> Of(RegistrationId registration, CancellationToken cancel) =>
        await db.Escalations.AsNoTracking().Where(e => e.RegistrationId == registration).OrderBy(e => e.Id).Select(e => new Entry(e.Level, e.Since, e.At, e.EndedAt)).ToListAsync(cancel);

    public async Task<IReadOnlyList<Entry>> OfTicket(long ticket, CancellationToken cancel) =>
        await db.Escalations.AsNoTracking().Where(e => e.TicketId == ticket).OrderBy(e => e.Id).Take(100).Select(e => new Entry(e.Level, e.Since, e.At, e.EndedAt)).ToListAsync(cancel);
}
