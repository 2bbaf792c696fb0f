using CoopAssistant.Courses.Learning;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Statistics;

/// <summary>What a figure of learning counts.</summary>
public enum LearnedWhat { Begun, Lesson, Finished }

/// <summary>The women behind a figure of learning, the latest first; see <see cref="CountLearners"/> and <see cref="CountLessons"/>.</summary>
public sealed class ListLearners(CoursesDb db, ProgrammeDb programme, SumFigures sums)
{
    public const int PageSize = 50;

    /// <param name="Spans">When, in each country asked for.</param>
    /// <param name="Page">From 1.</param>
    public sealed record Request(LearnedWhat What, IReadOnlyList<CountrySpan> Spans, string? Region, Territory? Territory, int Page)
    {
        /// <summary>The same as months, where whole ones are asked for: among many the total is the figure's then.</summary>
        public (DateOnly First, DateOnly Last)? Months { get; init; }
    }

    /// <param name="Registration">Her newest; null of who learns without being registered.</param>
    /// <param name="LessonId">Null where the course is meant.</param>
    public sealed record Line(RegistrationId? Registration, string Name, string CourseId, string? LessonId, string Country, string? RegionCode, DateTimeOffset At);

    public sealed record Result(IReadOnlyList<Line> Lines, int Total);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Spans.Count == 0) return new([], 0);
        var (begin, end) = (request.Spans.Min(span => span.From), request.Spans.Max(span => span.Until)); // the order of an index, whatever the country
        var found = request.What switch
        {
            LearnedWhat.Begun => db.Enrolments.AsNoTracking().Where(e => e.StartedAt >= begin && e.StartedAt < end)
                .Where(CountrySpan.Any<Enrolment>(request.Spans, (country, from, until) => e => e.Country == country && e.StartedAt >= from && e.StartedAt < until))
                .Select(e => new Found { EnrolmentId = e.Id, ParticipantId = e.ParticipantId, CourseId = e.CourseId, Country = e.Country, LessonId = null, At = e.StartedAt }),
            LearnedWhat.Finished => db.Enrolments.AsNoTracking().Where(e => e.FinishedAt >= begin && e.FinishedAt < end)
                .Where(CountrySpan.Any<Enrolment>(request.Spans, (country, from, until) => e => e.Country == country && e.FinishedAt >= from && e.FinishedAt < until))
                .Select(e => new Found { EnrolmentId = e.Id, ParticipantId = e.ParticipantId, CourseId = e.CourseId, Country = e.Country, LessonId = null, At = e.FinishedAt!.Value }),
            _ => db.LessonRecords.AsNoTracking().Where(r => r.FinishedAt >= begin && r.FinishedAt < end)
                .Where(CountrySpan.Any<LessonRecord>(request.Spans, (country, from, until) => r => r.Country == country && r.FinishedAt >= from && r.FinishedAt < until))
                .Join(db.Enrolments, r => r.EnrolmentId, e => e.Id, (r, e) => new Found { EnrolmentId = e.Id, ParticipantId = e.ParticipantId, CourseId = r.CourseId, Country = r.Country, LessonId = r.LessonId, At = r.FinishedAt!.Value }),
        };
        // Where she lives is said in her newest registration; who has none is seen by who answers for the country.
        var newest = programme.Registrations.Where(r => !programme.Registrations.Any(o => o.ParticipantId == r.ParticipantId && o.SubmittedAt > r.SubmittedAt));
        if (request.Territory is { } territory)
        {
            var countries = territory.Countries.ToList();
            var near = newest.Within(territory);
            // Learner by learner, until a page is full: of Any() beside another condition PostgreSQL makes a list of all women near first; a maximum is asked of each.
            found = found.Where(f => countries.Contains(f.Country) || near.Where(r => r.ParticipantId == f.ParticipantId).Max(r => (int?)r.Version) != null);
        }
        if (request.Region is { } region) found = found.Where(f => newest.Any(r => r.ParticipantId == f.ParticipantId && r.RegionCode == region));
        var total = await Counted(request, cancel) ?? await found.CountAsync(cancel);
        var rows = await found.OrderByDescending(f => f.At).ThenBy(f => f.EnrolmentId).ThenBy(f => f.LessonId).Skip((request.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var ids = rows.Where(row => row.ParticipantId is not null).Select(row => row.ParticipantId!.Value).Distinct().ToList();
        var women = await newest.Where(r => ids.Contains(r.ParticipantId)).Join(programme.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r.Id, r.ParticipantId, r.RegionCode, p.GivenNames, p.Surnames }).ToListAsync(cancel);
        var known = women.GroupBy(w => w.ParticipantId).ToDictionary(same => same.Key, same => same.First());
        return new([.. rows.Select(row => row.ParticipantId is { } id && known.TryGetValue(id, out var her)
            ? new Line(her.Id, $"{her.GivenNames} {her.Surnames}", row.CourseId, row.LessonId, row.Country, her.RegionCode, row.At)
            : new Line(null, "", row.CourseId, row.LessonId, row.Country, null, row.At))], total);
    }

    private async Task<int?> Counted(Request request, CancellationToken cancel)
    {
        var kind = request.What switch { LearnedWhat.Begun => FigureKind.LearningBegun, LearnedWhat.Finished => FigureKind.CourseFinished, _ => FigureKind.LessonFinished };
        return request.Months is var (first, last) ? await sums.Handle(new(kind, "", [.. request.Spans.Select(span => span.Country)], first, last, request.Region, request.Territory), cancel) : null;
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
