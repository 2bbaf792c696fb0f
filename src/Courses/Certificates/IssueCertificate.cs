using CoopAssistant.Courses.Publishing;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Certificates;

/// <summary>
/// Gives her the certificate of a course she ended. Asking again gives the same one, under her present name. Two at the
/// same time: the unique index lets one through, and the other finds it.
/// </summary>
public sealed class IssueCertificate(CoursesDb db, ProgrammeDb programme, CourseShelf shelf, TimeProvider clock)
{
    /// <returns>Null where she has not ended the course, or is unknown.</returns>
    public async Task<Certificate?> Handle(ParticipantId participant, string courseId, CancellationToken cancel)
    {
        var name = await programme.Participants.Where(p => p.Id == participant).Select(p => p.GivenNames + " " + p.Surnames).SingleOrDefaultAsync(cancel);
        if (name is null) return null;
        var certificate = await db.Certificates.SingleOrDefaultAsync(c => c.ParticipantId == participant && c.CourseId == courseId, cancel);
        if (certificate is not null) certificate.Reissue(name.Trim(), clock.GetUtcNow());
        else if (await Earned(participant, courseId, name.Trim(), cancel) is { } earned) db.Certificates.Add(certificate = earned);
        await db.SaveAsync(cancel);
        return certificate;
    }

    private async Task<Certificate?> Earned(ParticipantId participant, string courseId, string name, CancellationToken cancel)
    {
        var enrolment = await db.Enrolments.AsNoTracking().SingleOrDefaultAsync(e => e.ParticipantId == participant && e.CourseId == courseId, cancel);
        if (enrolment?.FinishedAt is not { } completedAt || shelf.Find(courseId) is not { } course) return null;
        return Certificate.Issue(
            CertificateCode.Draw(), courseId, participant, enrolment.Country, name,
            course.Title, course.LessonsThatCount(enrolment.Country).Count, course.Hours, completedAt, clock.GetUtcNow());
    }
}
