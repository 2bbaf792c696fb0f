using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Certificates;

/// <summary>When her name was corrected, her certificates carry it too, under the same codes and in the same transaction.</summary>
public sealed class ReissueCertificates(CoursesDb db, TimeProvider clock) : IListen<ParticipantRenamed>
{
    public async Task On(ParticipantRenamed happened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        foreach (var certificate in await db.Certificates.Where(c => c.ParticipantId == happened.Participant).ToListAsync(cancel))
            certificate.Reissue(happened.Name, clock.GetUtcNow());
    }
}
