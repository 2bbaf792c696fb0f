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

/// <summary>Reads a learner's progress by key: one small query between two lessons, and one more for the menu once she has done a lesson.</summary>
public sealed class ReadProgress(CoursesDb db)
{
    private const int MostReviewed = 3, MostDue = 20;

    public async Task<Progress> Handle(string courseId, Learner learner, DateTimeOffset now, CancellationToken cancel)
    {
        var (enrolment, progress) = await Read(courseId, learner, cancel);
        if (progress.Done.Count == 0) return progress; // nothing comes back before a lesson is done
        var due = new List<DueRow>();
        await foreach (var row in DueOf.For(db.Context)(db.Context, enrolment, now).WithCancellation(cancel)) due.Add(row);
        return due.Count == 0 ? progress : progress with { Due = new DueReview(due[0].VersionId, [.. due.Where(d => d.VersionId == due[0].VersionId).Take(MostReviewed).Select(d => d.Question)]) };
    }

    /// <summary>The same without what is due.</summary>
    public async Task<Progress> Done(string courseId, Learner learner, CancellationToken cancel) => (await Read(courseId, learner, cancel)).Progress;

    private async Task<(long Enrolment, Progress Progress)> Read(string courseId, Learner learner, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(learner);
        var rows = learner.Participant is { } participant
            ? OfParticipant.For(db.Context)(db.Context, courseId, participant)
            : OfContact.For(db.Context)(db.Context, courseId, learner.ContactId);
        var done = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        DateTimeOffset? finishedAt = null;
        var enrolment = 0L;
        await foreach (var row in rows.WithCancellation(cancel))
        {
            (enrolment, finishedAt) = (row.EnrolmentId, row.CourseFinishedAt);
            if (row.LessonId is not null) done.Add(row.LessonId, row.DoneAt!.Value);
        }
        return (enrolment, new Progress(done, null, finishedAt));
    }

    private static readonly CompiledQuery<Func<DbContext, string, ParticipantId, IAsyncEnumerable<DoneRow>>> OfParticipant = new(() => EF.CompileAsyncQuery(
        (DbContext db, string course, ParticipantId participant) =>
            from e in db.Set<Enrolment>().AsNoTracking()
            where e.CourseId == course && e.ParticipantId == participant
            from r in db.Set<LessonRecord>().Where(r => r.EnrolmentId == e.Id && r.FinishedAt != null).DefaultIfEmpty()
            select new DoneRow(e.Id, e.FinishedAt, r!.LessonId, r.FinishedAt)));

    private static readonly CompiledQuery<Func<DbContext, string, long, IAsyncEnumerable<DoneRow>>> OfContact = new(() => EF.CompileAsyncQuery(
        (DbContext db, string course, long contact) =>
            from e in db.Set<Enrolment>().AsNoTracking()
            where e.CourseId == course && e.ContactId == contact && e.ParticipantId == null
            from r in db.Set<LessonRecord>().Where(r => r.EnrolmentId == e.Id && r.FinishedAt != null).DefaultIfEmpty()
            select new DoneRow(e.Id, e.FinishedAt, r!.LessonId, r.FinishedAt)));

    private static readonly CompiledQuery<Func<DbContext, long, DateTimeOffset, IAsyncEnumerable<DueRow>>> DueOf = new(() => EF.CompileAsyncQuery(
        (DbContext db, long enrolment, DateTimeOffset now) =>
            db.Set<Review>().AsNoTracking().Where(r => r.EnrolmentId == enrolment && r.DueAt <= now)
                .OrderBy(r => r.DueAt).ThenBy(r => r.VersionId).ThenBy(r => r.Question).Select(r => new DueRow(r.VersionId, r.Question)).Take(MostDue)));

    /// <summary>A finished lesson beside its course; without lesson where none is finished.</summary>
    private sealed record DoneRow(long EnrolmentId, DateTimeOffset? CourseFinishedAt, string? LessonId, DateTimeOffset? DoneAt);

    private sealed record DueRow(long VersionId, int Question);
}
