using CoopAssistant.Programme;
using CoopAssistant.Programme.Participants;

namespace CoopAssistant.Courses.Learning;

/// <summary>Who learns, by her enrolments.</summary>
internal sealed class FindLearners(CoursesDb db) : IFindLearners
{
    public IQueryable<ParticipantId> Began() => db.Enrolments.Where(e => e.ParticipantId != null).Select(e => e.ParticipantId!.Value);

    public IQueryable<ParticipantId> Finished() => db.Enrolments.Where(e => e.ParticipantId != null && e.FinishedAt != null).Select(e => e.ParticipantId!.Value);
}
