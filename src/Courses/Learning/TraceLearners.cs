using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations.PaperLists;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Learning;

/// <summary>She began a course.</summary>
internal sealed class TraceLearners(CoursesDb db) : ITraceParticipants
{
    public async Task<IReadOnlyList<ParticipantId>> Touched(IReadOnlyList<ParticipantId> participants, CancellationToken cancel)
    {
        var some = participants.Select(p => (ParticipantId?)p).ToList();
        return await db.Enrolments.Where(e => e.ParticipantId != null && some.Contains(e.ParticipantId)).Select(e => e.ParticipantId!.Value).Distinct().ToListAsync(cancel);
    }
}
