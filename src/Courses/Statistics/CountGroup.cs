using CoopAssistant.Courses.Learning;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Statistics;

/// <param name="Question">From 0.</param>
/// <param name="Choice">From 0.</param>
public sealed record AnswerCount(long VersionId, int Question, int Choice, int Given);

/// <summary>Counts what the members of one group learnt, as it is now: a few dozen women, found by their keys.</summary>
public sealed class CountGroup(CoursesDb db, ProgrammeDb programme, TimeProvider clock)
{
    /// <summary>By lesson; the whole course under the empty id. Nothing for a group outside the territory.</summary>
    public async Task<Dictionary<string, LearningCount>> Lessons(string courseId, GroupId group, Territory? territory, CancellationToken cancel)
    {
        var silent = clock.GetUtcNow() - LearningSilence.Length;
        var enrolments = await (await Of(courseId, group, territory, cancel)).AsNoTracking().Select(e => new { e.Id, e.LastAt, e.FinishedAt }).ToListAsync(cancel);
        var ids = enrolments.ConvertAll(e => e.Id);
        var records = await db.LessonRecords.AsNoTracking().Where(r => ids.Contains(r.EnrolmentId)).Select(r => new { r.EnrolmentId, r.LessonId, IsDone = r.FinishedAt != null, r.StartedAt }).ToListAsync(cancel);
        var learning = records.Where(r => r.StartedAt >= silent).Select(r => r.EnrolmentId).ToHashSet();
        var quiet = enrolments.Where(e => e.LastAt < silent && !learning.Contains(e.Id)).Select(e => e.Id).ToHashSet();

        var counts = records.GroupBy(r => r.LessonId, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => new LearningCount(same.Count(), same.Count(r => r.IsDone), same.Count(r => !r.IsDone && quiet.Contains(r.EnrolmentId))), StringComparer.Ordinal);
        counts[""] = new(enrolments.Count, enrolments.Count(e => e.FinishedAt is not null), enrolments.Count(e => e.FinishedAt is null && quiet.Contains(e.Id)));
        return counts;
    }

    public async Task<List<AnswerCount>> Answers(string courseId, GroupId group, Territory? territory, CancellationToken cancel)
    {
        var ids = (await Of(courseId, group, territory, cancel)).Select(e => e.Id);
        return await db.LessonAnswers.AsNoTracking().Where(a => ids.Contains(a.EnrolmentId)).GroupBy(a => new { a.VersionId, a.Question, a.Choice })
            .Select(g => new AnswerCount(g.Key.VersionId, g.Key.Question, g.Key.Choice, g.Count())).ToListAsync(cancel);
    }

    public async Task<List<StopCount>> Stops(string courseId, GroupId group, Territory? territory, CancellationToken cancel)
    {
        var silent = clock.GetUtcNow() - LearningSilence.Length;
        var quiet = (await Of(courseId, group, territory, cancel)).Where(e => e.LastAt < silent && !db.LessonRecords.Any(r => r.EnrolmentId == e.Id && r.StartedAt >= silent)).Select(e => e.Id);
        return await db.LessonStops.AsNoTracking()
            .Where(s => quiet.Contains(s.EnrolmentId) && db.LessonRecords.Any(r => r.EnrolmentId == s.EnrolmentId && r.LessonId == s.LessonId && r.FinishedAt == null))
            .GroupBy(s => new { s.VersionId, s.Step }).Select(g => new StopCount(g.Key.VersionId, g.Key.Step, g.Count())).ToListAsync(cancel);
    }

    private async Task<IQueryable<Enrolment>> Of(string courseId, GroupId group, Territory? territory, CancellationToken cancel)
    {
        var place = await programme.Groups.AsNoTracking().Where(g => g.Id == group).Select(g => new { g.Country, g.RegionCode }).SingleOrDefaultAsync(cancel);
        if (place is null || (territory is not null && !territory.Covers(place.Country, place.RegionCode))) return db.Enrolments.Where(e => false);
        var members = await programme.GroupMembers.AsNoTracking().Where(m => m.GroupId == group && m.State == MemberState.Member).Select(m => m.ParticipantId).ToListAsync(cancel);
        var ids = members.ConvertAll(id => (ParticipantId?)id);
        return db.Enrolments.Where(e => e.CourseId == courseId && ids.Contains(e.ParticipantId));
    }
}
