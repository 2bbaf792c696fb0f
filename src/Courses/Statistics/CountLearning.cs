using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Statistics;

/// <summary>
/// Counts what women learnt into the totals that staff's pages read. It reads the whole of it, as nobody waits for it, and writes only
/// totals that changed, in one short transaction: no turn waits for it either.
/// </summary>
public sealed class CountLearning(CoursesDb db, ProgrammeDb programme, TimeProvider clock)
{
    private static readonly TimeSpan Silence = TimeSpan.FromDays(14);
    private const int IdsAtOnce = 500;

    public async Task Handle(CancellationToken cancel)
    {
        var (began, now) = (clock.GetTimestamp(), clock.GetUtcNow());
        await PlaceEnrolments(cancel);
        await KeepLessons([.. await Courses(now, cancel), .. await Lessons(now, cancel)], cancel);
        await KeepAnswers(await Answers(cancel), cancel);
        var stamp = await db.TotalsStamps.SingleOrDefaultAsync(cancel);
        if (stamp is null) db.TotalsStamps.Add(stamp = new TotalsStamp());
        stamp.Counted(now, clock.GetElapsedTime(began));
        await db.SaveAsync(cancel);
    }

    /// <summary>Where she lives is said in her newest registration.</summary>
    private async Task PlaceEnrolments(CancellationToken cancel)
    {
        var moved = await db.Enrolments.AsNoTracking().Where(e => e.ParticipantId != null)
            .Select(e => new
            {
                e.Id,
                e.Region,
                Now = programme.Registrations.Where(r => r.ParticipantId == e.ParticipantId).OrderByDescending(r => r.SubmittedAt).Select(r => r.RegionCode).FirstOrDefault() ?? "",
            })
            .Where(e => e.Region != e.Now).ToListAsync(cancel);
        foreach (var region in moved.GroupBy(e => e.Now, StringComparer.Ordinal))
            foreach (var ids in region.Select(e => e.Id).Chunk(IdsAtOnce))
                await db.Enrolments.Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.Region, region.Key), cancel);
    }

    private async Task<List<LessonTotal>> Courses(DateTimeOffset now, CancellationToken cancel)
    {
        var silent = now - Silence;
        var rows = await db.Enrolments.AsNoTracking().GroupBy(e => new { e.CourseId, e.Country, e.Region })
            .Select(g => new { g.Key, Started = g.Count(), Finished = g.Count(e => e.FinishedAt != null), Stopped = g.Count(e => e.FinishedAt == null && e.LastAt < silent) }).ToListAsync(cancel);
        return [.. rows.Select(row => new LessonTotal(row.Key.CourseId, "", row.Key.Country, row.Key.Region, row.Started, row.Finished, row.Stopped))];
    }

    private async Task<List<LessonTotal>> Lessons(DateTimeOffset now, CancellationToken cancel)
    {
        var silent = now - Silence;
        var rows = await db.LessonRecords.AsNoTracking()
            .Join(db.Enrolments, r => r.EnrolmentId, e => e.Id, (r, e) => new { r.CourseId, r.LessonId, e.Country, e.Region, r.FinishedAt, e.LastAt })
            .GroupBy(r => new { r.CourseId, r.LessonId, r.Country, r.Region })
            .Select(g => new { g.Key, Started = g.Count(), Finished = g.Count(r => r.FinishedAt != null), Stopped = g.Count(r => r.FinishedAt == null && r.LastAt < silent) }).ToListAsync(cancel);
        return [.. rows.Select(row => new LessonTotal(row.Key.CourseId, row.Key.LessonId, row.Key.Country, row.Key.Region, row.Started, row.Finished, row.Stopped))];
    }

    private async Task<List<AnswerTotal>> Answers(CancellationToken cancel)
    {
        var rows = await db.LessonAnswers.AsNoTracking()
            .Join(db.Enrolments, a => a.EnrolmentId, e => e.Id, (a, e) => new { a.VersionId, a.Question, a.Choice, e.Country, e.Region })
            .GroupBy(a => a).Select(g => new { g.Key, Given = g.Count() }).ToListAsync(cancel);
        return [.. rows.Select(row => new AnswerTotal(row.Key.VersionId, row.Key.Question, row.Key.Choice, row.Key.Country, row.Key.Region, row.Given))];
    }

    private async Task KeepLessons(List<LessonTotal> counted, CancellationToken cancel)
    {
        var known = await db.LessonTotals.ToDictionaryAsync(t => (t.CourseId, t.LessonId, t.Country, t.Region), cancel);
        foreach (var total in counted)
            if (!known.Remove((total.CourseId, total.LessonId, total.Country, total.Region), out var before)) db.LessonTotals.Add(total);
            else before.Becomes(total);
        db.LessonTotals.RemoveRange(known.Values);
    }

    private async Task KeepAnswers(List<AnswerTotal> counted, CancellationToken cancel)
    {
        var known = await db.AnswerTotals.ToDictionaryAsync(t => (t.VersionId, t.Question, t.Choice, t.Country, t.Region), cancel);
        foreach (var total in counted)
            if (!known.Remove((total.VersionId, total.Question, total.Choice, total.Country, total.Region), out var before)) db.AnswerTotals.Add(total);
            else before.Becomes(total);
        db.AnswerTotals.RemoveRange(known.Values);
    }
}
