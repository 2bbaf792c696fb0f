using CoopAssistant.Programme;

namespace CoopAssistant.Courses.Learning;

/// <summary>Who learns: the participant who speaks, else the contact itself.</summary>
/// <param name="Participant">Null where nobody registered or proved herself on the contact.</param>
/// <param name="ContactId">0 where she never wrote before.</param>
public sealed record Learner(ParticipantId? Participant, long ContactId);

internal static class Enrolments
{
    /// <summary>Her own enrolment; a participant never sees what the contact learnt before it was adopted.</summary>
    public static IQueryable<Enrolment> Of(this IQueryable<Enrolment> enrolments, string courseId, Learner learner) =>
        learner.Participant is { } participant
            ? enrolments.Where(e => e.CourseId == courseId && e.ParticipantId == participant)
            : enrolments.Where(e => e.CourseId == courseId && e.ContactId == learner.ContactId && e.ParticipantId == null);
}
