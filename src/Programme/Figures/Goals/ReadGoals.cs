using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Figures.Goals;

/// <summary>The goals of a year beside what was reached.</summary>
public sealed class ReadGoals(ProgrammeDb db)
{
    public sealed record Request(int Year, Territory? Territory)
    {
        public string? Country { get; init; }

        /// <summary>Null for all of them.</summary>
        public string? Region { get; init; }
    }

    /// <param name="Region">Empty for the whole country.</param>
    public sealed record Line(string Country, string Region, GoalKind Kind, int Count, int Reached)
    {
        /// <summary>In whole percent, rounded down: nothing is reached before it is. Null for a goal of none.</summary>
        public int? Percent => Count == 0 ? null : (int)(100L * Reached / Count);
    }

    /// <param name="Country">Whose goal; so the rest.</param>
    public sealed record Entry(string Country, string Region, GoalKind Kind, int? Before, int? After, string Author, string? Reason, DateTimeOffset At);

    public async Task<IReadOnlyList<Line>> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var goals = await Of(request).Where(g => g.Count != null).Select(g => new { g.Country, g.RegionCode, g.Kind, Count = g.Count!.Value }).ToListAsync(cancel);
        if (goals.Count == 0) return [];
        var (first, last) = (new DateOnly(request.Year, 1, 1), new DateOnly(request.Year, 12, 1));
        var kinds = Counted.Values.ToList();
        var reached = await db.Figures.AsNoTracking().Within(request.Territory).Where(f => f.Month >= first && f.Month <= last && kinds.Contains(f.Kind))
            .GroupBy(f => new { f.Country, f.RegionCode, f.Kind }).Select(g => new { g.Key.Country, g.Key.RegionCode, g.Key.Kind, Count = g.Sum(f => f.Count) }).ToListAsync(cancel);
        return
        [
            .. goals.Select(goal => new Line(
                    goal.Country, goal.RegionCode, goal.Kind, goal.Count,
                    reached.Where(f => f.Country == goal.Country && (goal.RegionCode.Length == 0 || f.RegionCode == goal.RegionCode) && f.Kind == Counted[goal.Kind]).Sum(f => f.Count)))
                .OrderBy(line => line.Country, StringComparer.Ordinal).ThenBy(line => line.Region, StringComparer.Ordinal).ThenBy(line => line.Kind),
        ];
    }

    /// <summary>Who set which goal of the year, oldest first.</summary>
    public async Task<IReadOnlyList<Entry>> History(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await Of(request).SelectMany(g => g.Entries, (g, e) => new { Goal = g, Entry = e }).OrderBy(line => line.Entry.Id)
            .Select(line => new Entry(line.Goal.Country, line.Goal.RegionCode, line.Goal.Kind, line.Entry.Before, line.Entry.After, line.Entry.Author, line.Entry.Reason, line.Entry.At))
            .ToListAsync(cancel);
    }

    public static IReadOnlyDictionary<GoalKind, FigureKind> Counted { get; } = new Dictionary<GoalKind, FigureKind>
    {
        [GoalKind.Registrations] = FigureKind.Registered, [GoalKind.Groups] = FigureKind.GroupFounded,
        [GoalKind.Cooperatives] = FigureKind.Recognised, [GoalKind.CoursesFinished] = FigureKind.CourseFinished,
    };

    private IQueryable<Goal> Of(Request request)
    {
        var goals = db.Goals.AsNoTracking().Where(g => g.Year == request.Year);
        if (request.Territory is { } territory)
        {
            var (countries, regions) = (territory.Countries.ToList(), territory.Regions.ToList());
            goals = goals.Where(g => countries.Contains(g.Country) || regions.Contains(g.RegionCode));
        }
        if (request.Country is { } country) goals = goals.Where(g => g.Country == country);
        if (request.Region is { } region) goals = goals.Where(g => g.RegionCode == region);
        return goals;
    }
}
