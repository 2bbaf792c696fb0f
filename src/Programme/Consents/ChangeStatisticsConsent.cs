using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Consents;

/// <summary>She changes her word on being counted in published statistics: it is kept as evidence, and all her registrations follow it. Acts inside her turn.</summary>
public sealed class ChangeStatisticsConsent(ProgrammeDb db, RecordConsent record)
{
    public async Task Handle(RecordConsent.Request consent, ParticipantId her, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(consent);
        await record.Handle(consent, cancel);
        foreach (var registration in await db.Registrations.Where(r => r.ParticipantId == her).ToListAsync(cancel)) registration.CountInStatistics(consent.IsGranted);
        await db.SaveAsync(cancel);
    }
}
