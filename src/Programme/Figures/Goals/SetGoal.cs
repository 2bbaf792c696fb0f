using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Figures.Goals;

/// <summary>Sets, changes or takes away a goal. Whoever answers for a region sets its goals; those of a whole country are set by who answers for all of it.</summary>
public sealed class SetGoal(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <param name="Region">Empty for the whole country.</param>
    /// <param name="Count">Null takes it away.</param>
    public sealed record Request(string Country, string Region, int Year, GoalKind Kind, int? Count, string Author, string? Reason, Territory? Territory)
    {
        /// <summary>What stood on the screen, so that nobody overwrites what she or he has not seen.</summary>
        public int? SeenCount { get; init; }
    }

    public async Task<SetGoalResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (country, region, year, kind) = (request.Country, request.Region, request.Year, request.Kind);
        if (packs.Find(country) is not { } pack || (region.Length > 0 && pack.Places.Find(region) is not { Level: 1 }) || year is < 2000 or > 2099 || !Enum.IsDefined(kind)) return SetGoalResult.NotFound;
        if (request.Territory is { } territory && !territory.Covers(country, region.Length == 0 ? null : region)) return SetGoalResult.NotFound;
        if (request.Count is < 0 or > Goal.Most) return SetGoalResult.NotPossible;

        var goal = await db.Goals.SingleOrDefaultAsync(g => g.Country == country && g.RegionCode == region && g.Year == year && g.Kind == kind, cancel);
        if (goal?.Count != request.SeenCount) return SetGoalResult.ChangedMeanwhile;
        if (goal is null) db.Goals.Add(goal = new Goal(country, region, year, kind));
        var reason = request.Reason is { } said ? FreeText.Shorten(FreeText.Clean(said), Goal.LongestReason) : null;
        if (!goal.Set(request.Count, request.Author, string.IsNullOrEmpty(reason) ? null : reason, clock.GetUtcNow())) return SetGoalResult.Unchanged;
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return SetGoalResult.ChangedMeanwhile;
        }
        return SetGoalResult.Set;
    }
}

public enum SetGoalResult { Set, Unchanged, NotFound, NotPossible, ChangedMeanwhile }
