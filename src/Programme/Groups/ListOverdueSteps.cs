using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>Steps that take longer than expected, the latest first, for the office that answers for the group's place.</summary>
public sealed class ListOverdueSteps(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    private const int Most = 300;

    /// <param name="Responsible">Code of the institution.</param>
    /// <param name="DaysLate">1 on the day after the last one.</param>
    public sealed record Line(GroupId Group, string Country, string? PlaceCode, string Name, string Code, string Responsible, DateTimeOffset Since, DateOnly DueOn, int DaysLate);

    public async Task<IReadOnlyList<Line>> Handle(Territory? territory, CancellationToken cancel)
    {
        var lines = new List<Line>();
        foreach (var pack in packs.All)
        {
            var (country, today) = (pack.Country.Code, pack.DayOf(clock.GetUtcNow()));
            var late = await db.Groups.AsNoTracking().Within(territory).Where(g => g.Country == country && (g.State == GroupState.Forming || g.State == GroupState.Cooperative))
                .SelectMany(g => g.Steps.Where(s => s.State == StepState.Open && s.DueOn < today), (g, s) => new { g.Id, g.PlaceCode, g.Name, s.Code, s.StartedAt, s.DueOn })
                .OrderBy(s => s.DueOn).ThenBy(s => s.Id).Take(Most).ToListAsync(cancel);
            lines.AddRange(late.Select(s => new Line(s.Id, country, s.PlaceCode, s.Name, s.Code, pack.FindStep(s.Code)?.Responsible ?? "", s.StartedAt, s.DueOn!.Value, today.DayNumber - s.DueOn.Value.DayNumber)));
        }
        return [.. lines.OrderByDescending(l => l.DaysLate).ThenBy(l => l.Name, StringComparer.Ordinal)];
    }
}
