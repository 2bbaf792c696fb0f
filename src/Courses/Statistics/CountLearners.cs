using CoopAssistant.Courses.Learning;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Figures;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Statistics;

/// <summary>Women who began a course in a month, and who finished one.</summary>
public sealed class CountLearners(CoursesDb db, ProgrammeDb programme) : ICountFigures
{
    public IReadOnlyList<FigureKind> Kinds { get; } = [FigureKind.LearningBegun, FigureKind.CourseFinished];

    public async Task<DateTimeOffset?> First(CancellationToken cancel) => await db.Enrolments.MinAsync(e => (DateTimeOffset?)e.StartedAt, cancel);

    public async Task<IReadOnlyList<CountedFigure>> Count(FigureMonth month, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(month);
        var (country, from, until) = (month.Country, month.From, month.Until);
        var learners = db.Enrolments.AsNoTracking().Where(e => e.Country == country);
        return
        [
            .. await Places(FigureKind.LearningBegun, learners.Where(e => e.StartedAt >= from && e.StartedAt < until), cancel),
            .. await Places(FigureKind.CourseFinished, learners.Where(e => e.FinishedAt >= from && e.FinishedAt < until), cancel),
        ];
    }

    /// <summary>Where she lives is said in her newest registration.</summary>
    private async Task<IEnumerable<CountedFigure>> Places(FigureKind kind, IQueryable<Enrolment> learners, CancellationToken cancel)
    {
        var rows = await learners.Select(e => new
        {
            Region = programme.Registrations.Where(r => r.ParticipantId == e.ParticipantId).OrderByDescending(r => r.SubmittedAt).Select(r => r.RegionCode).FirstOrDefault(),
            Place = programme.Registrations.Where(r => r.ParticipantId == e.ParticipantId).OrderByDescending(r => r.SubmittedAt).Select(r => r.PlaceCode).FirstOrDefault(),
        }).GroupBy(e => e).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return rows.Select(row => new CountedFigure(kind, "", row.Key.Region, row.Key.Place, row.Count));
    }
}

/// <summary>Lessons finished in a month. Millions of rows that do not change: a month that is over is counted once.</summary>
public sealed class CountLessons(CoursesDb db, ProgrammeDb programme) : ICountFigures
{
    public IReadOnlyList<FigureKind> Kinds { get; } = [FigureKind.LessonFinished];
    public TimeSpan? SettlesAfter => TimeSpan.FromDays(1);

    public async Task<DateTimeOffset?> First(CancellationToken cancel) => await db.Enrolments.MinAsync(e => (DateTimeOffset?)e.StartedAt, cancel);

    public async Task<IReadOnlyList<CountedFigure>> Count(FigureMonth month, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(month);
        var (country, from, until) = (month.Country, month.From, month.Until);
        var finished = db.LessonRecords.AsNoTracking().Where(r => r.Country == country && r.FinishedAt >= from && r.FinishedAt < until)
            .Join(db.Enrolments, r => r.EnrolmentId, e => e.Id, (_, e) => e.ParticipantId);
        var rows = await finished.Select(id => new
        {
            Region = programme.Registrations.Where(r => r.ParticipantId == id).OrderByDescending(r => r.SubmittedAt).Select(r => r.RegionCode).FirstOrDefault(),
            Place = programme.Registrations.Where(r => r.ParticipantId == id).OrderByDescending(r => r.SubmittedAt).Select(r => r.PlaceCode).FirstOrDefault(),
        }).GroupBy(r => r).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return rows.ConvertAll(row => new CountedFigure(FigureKind.LessonFinished, "", row.Key.Region, row.Key.Place, row.Count));
    }
}
