using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Learning;

/// <summary>What she has done in a course.</summary>
/// <param name="Done">Finished lessons with the time of finishing.</param>
/// <param name="Due">Questions of one version that are due for review, oldest first; null where none is.</param>
public sealed record Progress(IReadOnlyDictionary<string, DateTimeOffset> Done, DueReview? Due, DateTimeOffset? FinishedAt)
{
    public static Progress None { get; } = new(new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal), null, null);
}

/// <param name="Questions">From 0, of that version.</param>
public sealed record DueReview(long VersionId, IReadOnlyList<int> Questions);

/// <summary>Reads a learner's progress by key: two or three small queries for the menu, when she opens it, and one between two lessons.</summary>
public sealed class ReadProgress(CoursesDb db)
{
    private const int MostReviewed = 3;

    public async Task<Progress> Handle(string courseId, Learner learner, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(learner);
        var enrolment = await db.Enrolments.AsNoTracking().Of(courseId, learner).Select(e => new { e.Id, e.FinishedAt }).SingleOrDefaultAsync(cancel);
        if (enrolment is null) return Progress.None;
        var done = await db.LessonRecords.AsNoTracking().Where(r => r.EnrolmentId == enrolment.Id && r.FinishedAt != null)
            .Select(r => new { r.LessonId, r.FinishedAt }).ToListAsync(cancel);
        var due = await db.Reviews.AsNoTracking().Where(r => r.EnrolmentId == enrolment.Id && r.DueAt <= now)
            .OrderBy(r => r.DueAt).ThenBy(r => r.VersionId).ThenBy(r => r.Question).Select(r => new { r.VersionId, r.Question }).Take(20).ToListAsync(cancel);
        var review = due.Count == 0 ? null : new DueReview(due[0].VersionId, [.. due.Where(d => d.VersionId == due[0].VersionId).Take(MostReviewed).Select(d => d.Question)]);
        return new Progress(done.ToDictionary(d => d.LessonId, d => d.FinishedAt!.Value, StringComparer.Ordinal), review, enrolment.FinishedAt);
    }

    /// <summary>The same without what is due.</summary>
    public async Task<Progress> Done(string courseId, Learner learner, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(learner);
        var rows = learner.Participant is { } participant
            ? OfParticipant.For(db.Context)(db.Context, courseId, participant)
            : OfContact.For(db.Context)(db.Context, courseId, learner.ContactId);
        var done = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        DateTimeOffset? finishedAt = null;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            finishedAt = row.CourseFinishedAt;
            if (row.LessonId is not null) done.Add(row.LessonId, row.DoneAt!.Value);
        }
        return new Progress(done, null, finishedAt);
    }

    private static readonly CompiledQuery<Func<DbContext, string, ParticipantId, IAsyncEnumerable<DoneRow>>> OfParticipant = new(() => EF.CompileAsyncQuery(
        (DbContext db, string course, ParticipantId participant) =>
            from e in db.Set<Enrolment>().AsNoTracking()
            where e.CourseId == course && e.ParticipantId == participant
            from r in db.Set<LessonRecord>().Where(r => r.EnrolmentId == e.Id && r.FinishedAt != null).DefaultIfEmpty()
            select new DoneRow(e.FinishedAt, r!.LessonId, r.FinishedAt)));

    private static readonly CompiledQuery<Func<DbContext, string, long, IAsyncEnumerable<DoneRow>>> OfContact = new(() => EF.CompileAsyncQuery(
        (DbContext db, string course, long contact) =>
            from e in db.Set<Enrolment>().AsNoTracking()
            where e.CourseId == course && e.ContactId == contact && e.ParticipantId == null
            from r in db.Set<LessonRecord>().Where(r => r.EnrolmentId == e.Id && r.FinishedAt != null).DefaultIfEmpty()
            select new DoneRow(e.FinishedAt, r!.LessonId, r.FinishedAt)));

    /// <summary>A finished lesson beside its course; without lesson where none is finished.</summary>
    private sealed record DoneRow(DateTimeOffset? CourseFinishedAt, string? LessonId, DateTimeOffset? DoneAt);
}
