using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Statistics;

/// <summary>How long a woman has not learnt before she counts as having stopped.</summary>
public static class LearningSilence
{
    public static readonly TimeSpan Length = TimeSpan.FromDays(14);
}

/// <summary>A lesson that a woman began and left two weeks ago or longer.</summary>
/// <param name="Participant">Null where <paramref name="ContactId"/> learns without being registered, and the other way round.</param>
public sealed record LeftLesson(long EnrolmentId, string CourseId, string LessonId, ParticipantId? Participant, long? ContactId);

/// <param name="Step">See <see cref="LessonStop.Step"/>.</param>
public sealed record FoundStop(long EnrolmentId, string LessonId, long VersionId, int Step);

/// <summary>
/// Where in a lesson women stop. A turn in the midst of a lesson writes no row of Courses, so it is asked afterwards: whoever knows her place
/// in the talk (the bot) goes through the lessons that were left, and notes it here. Runs behind; no turn waits for it.
/// </summary>
public sealed class NoteStops(CoursesDb db, TimeProvider clock)
{
    public const int PageSize = 500;

    /// <summary>The next learners who left a lesson, by enrolment.</summary>
    /// <param name="after">Last enrolment seen; 0 for none.</param>
    /// <returns>At most so many learners; fewer at the end.</returns>
    public async Task<IReadOnlyList<LeftLesson>> Left(long after, CancellationToken cancel)
    {
        var silent = clock.GetUtcNow() - LearningSilence.Length;
        var learners = db.Enrolments.AsNoTracking().Where(e => e.Id > after && e.FinishedAt == null && e.LastAt < silent).OrderBy(e => e.Id).Take(PageSize);
        return await learners.Join(db.LessonRecords.Where(r => r.FinishedAt == null && r.StartedAt < silent), e => e.Id, r => r.EnrolmentId,
            (e, r) => new LeftLesson(e.Id, e.CourseId, r.LessonId, e.ParticipantId, e.ContactId)).ToListAsync(cancel);
    }

    /// <summary>Whether there are learners after this one, and the last of the next page.</summary>
    public async Task<long?> EndOfPage(long after, CancellationToken cancel)
    {
        var silent = clock.GetUtcNow() - LearningSilence.Length;
        return await db.Enrolments.Where(e => e.Id > after && e.FinishedAt == null && e.LastAt < silent).OrderBy(e => e.Id).Take(PageSize).MaxAsync(e => (long?)e.Id, cancel);
    }

    /// <summary>Repeating it changes nothing.</summary>
    public async Task Handle(IReadOnlyList<FoundStop> found, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(found);
        var ids = found.Select(stop => stop.EnrolmentId).ToList();
        var known = await db.LessonStops.Where(s => ids.Contains(s.EnrolmentId)).ToDictionaryAsync(s => (s.EnrolmentId, s.LessonId), cancel);
        foreach (var stop in found)
        {
            if (!known.TryGetValue((stop.EnrolmentId, stop.LessonId), out var row)) db.LessonStops.Add(known[(stop.EnrolmentId, stop.LessonId)] = row = new LessonStop(stop.EnrolmentId, stop.LessonId));
            row.IsAt(stop.VersionId, stop.Step);
        }
        await db.SaveAsync(cancel);
    }
}
