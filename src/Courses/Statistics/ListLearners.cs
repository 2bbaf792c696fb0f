using CoopAssistant.Courses.Learning;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Statistics;

/// <summary>What a figure of learning counts.</summary>
public enum LearnedWhat { Begun, Lesson, Finished }

/// <summary>The women behind a figure of learning, the latest first; see <see cref="CountLearners"/> and <see cref="CountLessons"/>.</summary>
public sealed class ListLearners(CoursesDb db, ProgrammeDb programme)
{
    public const int PageSize = 50;

    /// <param name="Spans">When, in each country asked for.</param>
    /// <param name="Page">From 1.</param>
    public sealed record Request(LearnedWhat What, IReadOnlyList<CountrySpan> Spans, string? Region, Territory? Territory, int Page);

    /// <param name="Registration">Her newest; null of who learns without being registered.</param>
    /// <param name="LessonId">Null where the course is meant.</param>
    public sealed record Line(RegistrationId? Registration, string Name, string CourseId, string? LessonId, string Country, string? RegionCode, DateTimeOffset At);

    public sealed record Result(IReadOnlyList<Line> Lines, int Total);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = request.What switch
        {
            LearnedWhat.Begun => db.Enrolments.AsNoTracking().Where(CountrySpan.Any<Enrolment>(request.Spans, (country, from, until) => e => e.Country == country && e.StartedAt >= from && e.StartedAt < until))
                .Select(e => new Found { EnrolmentId = e.Id, ParticipantId = e.ParticipantId, CourseId = e.CourseId, Country = e.Country, LessonId = null, At = e.StartedAt }),
            LearnedWhat.Finished => db.Enrolments.AsNoTracking().Where(CountrySpan.Any<Enrolment>(request.Spans, (country, from, until) => e => e.Country == country && e.FinishedAt >= from && e.FinishedAt < until))
                .Select(e => new Found { EnrolmentId = e.Id, ParticipantId = e.ParticipantId, CourseId = e.CourseId, Country = e.Country, LessonId = null, At = e.FinishedAt!.Value }),
            _ => db.LessonRecords.AsNoTracking().Where(CountrySpan.Any<LessonRecord>(request.Spans, (country, from, until) => r => r.Country == country && r.FinishedAt >= from && r.FinishedAt < until))
                .Join(db.Enrolments, r => r.EnrolmentId, e => e.Id, (r, e) => new Found { EnrolmentId = e.Id, ParticipantId = e.ParticipantId, CourseId = r.CourseId, Country = r.Country, LessonId = r.LessonId, At = r.FinishedAt!.Value }),
        };
        // Where she lives is said in her newest registration; who has none is seen by who answers for the country.
        var newest = programme.Registrations.Where(r => !programme.Registrations.Any(o => o.ParticipantId == r.ParticipantId && o.SubmittedAt > r.SubmittedAt));
        if (request.Territory is { } territory)
        {
            var countries = territory.Countries.ToList();
            var near = programme.Registrations.Within(territory);
            var inRegions = newest.Where(r => near.Any(n => n.Id == r.Id));
            found = found.Where(f => countries.Contains(f.Country) || inRegions.Any(r => r.ParticipantId == f.ParticipantId));
        }
        if (request.Region is { } region) found = found.Where(f => newest.Any(r => r.ParticipantId == f.ParticipantId && r.RegionCode == region));
        var total = await found.CountAsync(cancel);
        var rows = await found.OrderByDescending(f => f.At).ThenBy(f => f.EnrolmentId).ThenBy(f => f.LessonId).Skip((request.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var ids = rows.Where(row => row.ParticipantId is not null).Select(row => row.ParticipantId!.Value).Distinct().ToList();
        var women = await newest.Where(r => ids.Contains(r.ParticipantId)).Join(programme.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r.Id, r.ParticipantId, r.RegionCode, p.GivenNames, p.Surnames }).ToListAsync(cancel);
        var known = women.GroupBy(w => w.ParticipantId).ToDictionary(same => same.Key, same => same.First());
        return new([.. rows.Select(row => row.ParticipantId is { } id && known.TryGetValue(id, out var her)
            ? new Line(her.Id, $"{her.GivenNames} {her.Surnames}", row.CourseId, row.LessonId, row.Country, her.RegionCode, row.At)
            : new Line(null, "", row.CourseId, row.LessonId, row.Country, null, row.At))], total);
    }

    private sealed class Found
    {
        public long EnrolmentId { get; init; }
        public ParticipantId? ParticipantId { get; init; }
        public string CourseId { get; init; } = "";
        public string Country { get; init; } = "";
        public string? LessonId { get; init; }
        public DateTimeOffset At { get; init; }
    }
}
