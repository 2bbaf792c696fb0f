using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Statistics;

/// <param name="Started">Women who began it.</param>
/// <param name="Stopped">Began it, did not finish, and have not learnt for two weeks.</param>
public sealed record LearningCount(int Started, int Finished, int Stopped)
{
    public static LearningCount None { get; } = new(0, 0, 0);

    /// <summary>Of those who began, in whole percent; null where nobody did.</summary>
    public int? FinishedPercent => Started == 0 ? null : (int)Math.Round(100.0 * Finished / Started);

    public static LearningCount operator +(LearningCount left, LearningCount right) => new(left.Started + right.Started, left.Finished + right.Finished, left.Stopped + right.Stopped);
}

/// <param name="Count">Lessons begun and finished, all of the module together.</param>
public sealed record ModuleNumbers(Module Module, LearningCount Count, IReadOnlyList<LessonNumbers> Lessons);

public sealed record LessonNumbers(string LessonId, string Title, LearningCount Count);

/// <param name="CountedAt">Null where nothing was counted yet.</param>
/// <param name="Places">Country and region with their numbers of the course, for those who may see them.</param>
public sealed record LearningNumbers(Course Course, DateTimeOffset? CountedAt, LearningCount Count, IReadOnlyList<ModuleNumbers> Modules, IReadOnlyList<PlaceNumbers> Places);

public sealed record PlaceNumbers(string Country, string Region, LearningCount Count);

/// <summary>What staff see of a course: begun, finished and where women stop. Reads totals alone, a few hundred rows by their key; for a group, its members.</summary>
public sealed class ReadLearningNumbers(CoursesDb db, CourseShelf shelf, CountGroup members)
{
    /// <param name="Country">Null for all that may be seen.</param>
    /// <param name="Region">Null for all of them.</param>
    /// <param name="Group">The women of one group, counted now; null for all women.</param>
    public sealed record Request(string CourseId, string? Country, string? Region, Territory? Territory, GroupId? Group = null);

    /// <returns>Null where there is no such course.</returns>
    public async Task<LearningNumbers?> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (shelf.Find(request.CourseId) is not { } course) return null;
        var stamp = await db.TotalsStamps.AsNoTracking().SingleOrDefaultAsync(cancel);
        var counts = request.Group is { } group ? await members.Lessons(request.CourseId, group, request.Territory, cancel) : await Totals(request, cancel);
        var places = await db.LessonTotals.AsNoTracking().Where(t => t.CourseId == request.CourseId && t.LessonId == "").Within(request with { Country = null, Region = null })
            .OrderBy(t => t.Country).ThenBy(t => t.Region).Select(t => new { t.Country, t.Region, t.Started, t.Finished, t.Stopped }).ToListAsync(cancel);

        var modules = course.Modules.Select(module => Numbers(module, request.Country, counts)).ToList();
        return new(course, stamp?.At, counts.GetValueOrDefault("") ?? LearningCount.None, modules, [.. places.Select(p => new PlaceNumbers(p.Country, p.Region, new(p.Started, p.Finished, p.Stopped)))]);
    }

    private async Task<Dictionary<string, LearningCount>> Totals(Request request, CancellationToken cancel)
    {
        var totals = await db.LessonTotals.AsNoTracking().Where(t => t.CourseId == request.CourseId).Within(request)
            .GroupBy(t => t.LessonId).Select(g => new { g.Key, Started = g.Sum(t => t.Started), Finished = g.Sum(t => t.Finished), Stopped = g.Sum(t => t.Stopped) }).ToListAsync(cancel);
        return totals.ToDictionary(t => t.Key, t => new LearningCount(t.Started, t.Finished, t.Stopped), StringComparer.Ordinal);
    }

    private static ModuleNumbers Numbers(Module module, string? country, Dictionary<string, LearningCount> counts)
    {
        var lessons = module.Lessons.Select(slot => new LessonNumbers(slot.Id, slot.For(country)?.Title ?? slot.Id, counts.GetValueOrDefault(slot.Id) ?? LearningCount.None)).ToList();
        return new(module, lessons.Aggregate(LearningCount.None, (sum, lesson) => sum + lesson.Count), lessons);
    }
}

internal static class TotalsFilter
{
    public static IQueryable<LessonTotal> Within(this IQueryable<LessonTotal> totals, ReadLearningNumbers.Request request)
    {
        if (request.Country is { } country) totals = totals.Where(t => t.Country == country);
        if (request.Region is { } region) totals = totals.Where(t => t.Region == region);
        if (request.Territory is not { } territory) return totals;
        var (countries, regions) = (territory.Countries.ToList(), territory.Regions.ToList());
        return totals.Where(t => countries.Contains(t.Country) || regions.Contains(t.Region));
    }

    public static IQueryable<AnswerTotal> Within(this IQueryable<AnswerTotal> totals, ReadLearningNumbers.Request request)
    {
        if (request.Country is { } country) totals = totals.Where(t => t.Country == country);
        if (request.Region is { } region) totals = totals.Where(t => t.Region == region);
        if (request.Territory is not { } territory) return totals;
        var (countries, regions) = (territory.Countries.ToList(), territory.Regions.ToList());
        return totals.Where(t => countries.Contains(t.Country) || regions.Contains(t.Region));
    }

    public static IQueryable<StopTotal> Within(this IQueryable<StopTotal> totals, ReadLearningNumbers.Request request)
    {
        if (request.Country is { } country) totals = totals.Where(t => t.Country == country);
        if (request.Region is { } region) totals = totals.Where(t => t.Region == region);
        if (request.Territory is not { } territory) return totals;
        var (countries, regions) = (territory.Countries.ToList(), territory.Regions.ToList());
        return totals.Where(t => countries.Contains(t.Country) || regions.Contains(t.Region));
    }
}
