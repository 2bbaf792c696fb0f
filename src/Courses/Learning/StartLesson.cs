using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Learning;

/// <summary>
/// Notes that she began a lesson, so that staff see where women stop. Beginning again is harmless: the first time stands.
/// Runs inside the turn for every lesson, so it is two statements and no entities.
/// </summary>
public sealed class StartLesson(CoursesDb db)
{
    public sealed record Request(Learner Learner, string CourseId, string LessonId, long VersionId, string Country, DateTimeOffset At);

    public async Task Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var at = request.At.UtcDateTime;
        if (request.Learner.Participant is { Value: var participant })
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO enrolments (course_id, participant_id, country, started_at, last_at, lessons_done, version) VALUES ({request.CourseId}, {participant}, {request.Country}, {at}, {at}, 0, 0) ON CONFLICT DO NOTHING", cancel);
            await db.Database.ExecuteSqlAsync($"INSERT INTO lesson_records (enrolment_id, lesson_id, course_id, country, version_id, started_at, tries) SELECT id, {request.LessonId}, course_id, country, {request.VersionId}, {at}, 0 FROM enrolments WHERE course_id = {request.CourseId} AND participant_id = {participant} ON CONFLICT DO NOTHING", cancel);
        }
        else
        {
            var contact = request.Learner.ContactId;
            await db.Database.ExecuteSqlAsync($"INSERT INTO enrolments (course_id, contact_id, country, started_at, last_at, lessons_done, version) VALUES ({request.CourseId}, {contact}, {request.Country}, {at}, {at}, 0, 0) ON CONFLICT DO NOTHING", cancel);
            await db.Database.ExecuteSqlAsync($"INSERT INTO lesson_records (enrolment_id, lesson_id, course_id, country, version_id, started_at, tries) SELECT id, {request.LessonId}, course_id, country, {request.VersionId}, {at}, 0 FROM enrolments WHERE course_id = {request.CourseId} AND contact_id = {contact} ON CONFLICT DO NOTHING", cancel);
        }
    }
}
