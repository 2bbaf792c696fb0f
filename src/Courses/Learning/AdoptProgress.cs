using CoopAssistant.Courses.Publishing;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Learning;

/// <summary>
/// She registered, or proved who she is: what her contact learnt before becomes hers. Where she had learnt elsewhere too,
/// both are joined and the earlier finish of a lesson stands. Repeating it finds nothing more to do.
/// </summary>
public sealed class AdoptProgress(CoursesDb db, CourseShelf shelf)
{
    public async Task Handle(long contactId, ParticipantId participant, CancellationToken cancel)
    {
        var orphans = await db.Enrolments.Where(e => e.ContactId == contactId && e.ParticipantId == null).ToListAsync(cancel);
        foreach (var orphan in orphans)
        {
            var own = await db.Enrolments.SingleOrDefaultAsync(e => e.CourseId == orphan.CourseId && e.ParticipantId == participant, cancel);
            if (own is null) orphan.BelongsTo(participant);
            else await Join(orphan, own, cancel);
        }
        if (orphans.Count > 0) await db.SaveAsync(cancel);
    }

    private async Task Join(Enrolment orphan, Enrolment own, CancellationToken cancel)
    {
        var known = await db.LessonRecords.Where(r => r.EnrolmentId == own.Id).ToDictionaryAsync(r => r.LessonId, StringComparer.Ordinal, cancel);
        foreach (var record in await db.LessonRecords.Where(r => r.EnrolmentId == orphan.Id).ToListAsync(cancel))
        {
            if (!known.TryGetValue(record.LessonId, out var mine)) db.LessonRecords.Add(known[record.LessonId] = record.MovedTo(own));
            else mine.TakesEarlier(record);
            db.LessonRecords.Remove(record);
        }
        var coming = await db.Reviews.Where(r => r.EnrolmentId == own.Id).Select(r => new { r.VersionId, r.Question }).ToListAsync(cancel);
        foreach (var review in await db.Reviews.Where(r => r.EnrolmentId == orphan.Id).ToListAsync(cancel))
        {
            if (!coming.Contains(new { review.VersionId, review.Question })) db.Reviews.Add(review.MovedTo(own));
            db.Reviews.Remove(review);
        }
        var done = known.Values.Where(r => r.FinishedAt is not null).ToDictionary(r => r.LessonId, r => r.FinishedAt!.Value, StringComparer.Ordinal);
        own.TakesOver(orphan, done.Count, EndOf(own, done));
        await db.LessonAnswers.Where(a => a.EnrolmentId == orphan.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.EnrolmentId, own.Id), cancel);
        db.Enrolments.Remove(orphan);
    }

    /// <summary>When both together ended the course; null where lessons are still open.</summary>
    private DateTimeOffset? EndOf(Enrolment own, Dictionary<string, DateTimeOffset> done)
    {
        var counting = shelf.Find(own.CourseId)?.LessonsThatCount(own.Country) ?? [];
        return counting.Count > 0 && counting.All(done.ContainsKey) ? counting.Max(id => done[id]) : null;
    }
}
