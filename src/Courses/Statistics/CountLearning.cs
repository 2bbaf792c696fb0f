using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Statistics;

/// <summary>
/// Counts what women learnt into the totals that staff's pages read. It reads each table once from end to end, without sorting, as nobody waits
/// for it, and writes only totals that changed, in one short transaction: no turn waits for it either.
/// </summary>
public sealed class CountLearning(CoursesDb db, ProgrammeDb programme, TimeProvider clock)
{
    private const int IdsAtOnce = 500;

    public async Task Handle(CancellationToken cancel)
    {
        var (began, now) = (clock.GetTimestamp(), clock.GetUtcNow());
        await PlaceEnrolments(cancel);
        var tally = new LearningTally(now - LearningSilence.Length);
        await Read(tally, cancel);
        var lessonOf = await db.LessonVersions.AsNoTracking().ToDictionaryAsync(v => v.Id, v => v.LessonId, cancel);
        await CountStops(tally, lessonOf, cancel);

        await KeepLessons(tally.Lessons(lessonOf), cancel);
        await KeepAnswers(tally.Answers, cancel);
        await KeepStops(tally.Stops, cancel);
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

    private async Task Read(LearningTally tally, CancellationToken cancel)
    {
        await foreach (var e in db.Enrolments.AsNoTracking().Select(e => new { e.Id, e.CourseId, e.Country, e.Region, e.FinishedAt, e.LastAt }).AsAsyncEnumerable().WithCancellation(cancel))
            tally.Learner(e.Id, new(e.CourseId, e.Country, e.Region), e.FinishedAt, e.LastAt);
        await foreach (var r in db.LessonRecords.AsNoTracking().Select(r => new { r.EnrolmentId, r.VersionId, IsFinished = r.FinishedAt != null, r.StartedAt }).AsAsyncEnumerable().WithCancellation(cancel))
            tally.Lesson(r.EnrolmentId, r.VersionId, r.IsFinished, r.StartedAt);
        await foreach (var a in db.LessonAnswers.AsNoTracking().Select(a => new { a.EnrolmentId, a.VersionId, a.Question, a.Choice }).AsAsyncEnumerable().WithCancellation(cancel))
            tally.Answer(a.EnrolmentId, a.VersionId, a.Question, a.Choice);
    }

    /// <summary>Of what was noted only what still holds: she may have come back and finished the lesson since.</summary>
    private async Task CountStops(LearningTally tally, Dictionary<long, string> lessonOf, CancellationToken cancel)
    {
        var left = tally.Left.Select(left => (left.Learner, lessonOf.GetValueOrDefault(left.Version, ""))).ToHashSet();
        await foreach (var stop in db.LessonStops.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
            if (left.Contains((stop.EnrolmentId, stop.LessonId))) tally.Stop(stop.EnrolmentId, stop.VersionId, stop.Step);
    }

    private async Task KeepLessons(IReadOnlyList<LessonTotal> counted, CancellationToken cancel)
    {
        var known = await db.LessonTotals.ToDictionaryAsync(t => (t.CourseId, t.LessonId, t.Country, t.Region), cancel);
        foreach (var total in counted)
            if (!known.Remove((total.CourseId, total.LessonId, total.Country, total.Region), out var before)) db.LessonTotals.Add(total);
            else before.Becomes(total);
        db.LessonTotals.RemoveRange(known.Values);
    }

    private async Task KeepAnswers(IReadOnlyList<AnswerTotal> counted, CancellationToken cancel)
    {
        var known = await db.AnswerTotals.ToDictionaryAsync(t => (t.VersionId, t.Question, t.Choice, t.Country, t.Region), cancel);
        foreach (var total in counted)
            if (!known.Remove((total.VersionId, total.Question, total.Choice, total.Country, total.Region), out var before)) db.AnswerTotals.Add(total);
            else before.Becomes(total);
        db.AnswerTotals.RemoveRange(known.Values);
    }

    private async Task KeepStops(IReadOnlyList<StopTotal> counted, CancellationToken cancel)
    {
        var known = await db.StopTotals.ToDictionaryAsync(t => (t.VersionId, t.Step, t.Country, t.Region), cancel);
        foreach (var total in counted)
            if (!known.Remove((total.VersionId, total.Step, total.Country, total.Region), out var before)) db.StopTotals.Add(total);
            else before.Becomes(total);
        db.StopTotals.RemoveRange(known.Values);
    }
}
