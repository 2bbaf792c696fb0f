using CoopAssistant.Courses.Publishing;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Statistics;

/// <summary>One lesson on a woman's way.</summary>
/// <param name="Tries">Answers she gave until all were right; 0 where the lesson keeps none.</param>
/// <param name="Wrong">How many of them were wrong.</param>
/// <param name="Stop">Where she left it two weeks ago or longer; null where that is not known.</param>
public sealed record PathLesson(string LessonId, string Title, string ModuleTitle, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, int Tries, int Wrong, PathStop? Stop);

/// <param name="Number">From 1, among the messages or the questions.</param>
public sealed record PathStop(bool IsQuestion, int Number);

/// <param name="Total">Lessons of the course in her country.</param>
public sealed record LearningPath(string CourseTitle, DateTimeOffset StartedAt, DateTimeOffset LastAt, DateTimeOffset? FinishedAt, int Done, int Total, IReadOnlyList<PathLesson> Lessons);

/// <summary>A participant's way through her courses. Whoever asks has been shown her registration: territory is checked there.</summary>
public sealed class ReadLearningPath(CoursesDb db, CourseShelf shelf)
{
    public async Task<IReadOnlyList<LearningPath>> Handle(ParticipantId participant, CancellationToken cancel)
    {
        var paths = new List<LearningPath>();
        foreach (var enrolment in await db.Enrolments.AsNoTracking().Where(e => e.ParticipantId == participant).OrderBy(e => e.StartedAt).ToListAsync(cancel))
        {
            if (shelf.Find(enrolment.CourseId) is not { } course) continue;
            var records = await db.LessonRecords.AsNoTracking().Where(r => r.EnrolmentId == enrolment.Id).ToDictionaryAsync(r => r.LessonId, StringComparer.Ordinal, cancel);
            var wrong = await db.LessonAnswers.AsNoTracking().Where(a => a.EnrolmentId == enrolment.Id && !a.IsRight)
                .GroupBy(a => a.VersionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
            var stops = await Stops(enrolment.Id, cancel);
            var lessons = course.Modules.SelectMany(module => module.LessonsFor(enrolment.Country).Select(lesson =>
            {
                var record = records.GetValueOrDefault(lesson.Id);
                return new PathLesson(lesson.Id, lesson.Title, module.Title, record?.StartedAt, record?.FinishedAt, record?.Tries ?? 0, record is null ? 0 : wrong.GetValueOrDefault(record.VersionId), record is { FinishedAt: null } ? stops.GetValueOrDefault(lesson.Id) : null);
            })).ToList();
            paths.Add(new(course.Title, enrolment.StartedAt, enrolment.LastAt, enrolment.FinishedAt, lessons.Count(lesson => lesson.FinishedAt is not null), lessons.Count, lessons));
        }
        return paths;
    }

    private async Task<Dictionary<string, PathStop>> Stops(long enrolment, CancellationToken cancel)
    {
        var stops = new Dictionary<string, PathStop>(StringComparer.Ordinal);
        foreach (var stop in await db.LessonStops.AsNoTracking().Where(s => s.EnrolmentId == enrolment).ToListAsync(cancel))
            if (await shelf.Version(stop.VersionId, cancel) is { } lesson)
                stops[stop.LessonId] = stop.Step < lesson.Messages.Count ? new(false, stop.Step + 1) : new(true, stop.Step - lesson.Messages.Count + 1);
        return stops;
    }
}
