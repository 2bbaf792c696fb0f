using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>What the law, terms of office and duties expect of groups soon or expected already, the latest first, for the office that answers for their place.</summary>
public sealed class ListExpected(ProgrammeDb db, ProgrammePacks packs, KnownAgendas agendas, TimeProvider clock)
{
    /// <summary>So many days before its day something is shown.</summary>
    public const int DaysAhead = 30;
    private const int Most = 300;

    /// <param name="DaysLate">1 on the day after the last one; 0 and less while there is time.</param>
    public sealed record Line(GroupId Group, string Country, string? PlaceCode, string Name, Expected What, int DaysLate);

    public async Task<IReadOnlyList<Line>> Handle(Territory? territory, CancellationToken cancel)
    {
        var lines = new List<Line>();
        foreach (var pack in packs.All)
        {
            var (country, today) = (pack.Country.Code, pack.DayOf(clock.GetUtcNow()));
            var until = today.AddDays(DaysAhead);
            var due = await db.Groups.Within(territory).Where(g => g.Country == country && (g.State == GroupState.Forming || g.State == GroupState.Cooperative) && g.DueOn <= until)
                .OrderBy(g => g.DueOn).ThenBy(g => g.Id).Take(Most).Select(g => new Due(g.Id, g.PlaceCode, g.Name, g.Version)).ToListAsync(cancel);
            var read = await Read(pack, [.. due.Where(g => agendas.Find(pack, g.Id, g.Version) is null).Select(g => g.Id)], cancel);
            lines.AddRange(
                from g in due
                from what in agendas.Find(pack, g.Id, g.Version) ?? read.GetValueOrDefault(g.Id, [])
                where what.On <= until
                select new Line(g.Id, country, g.PlaceCode, g.Name, what, today.DayNumber - what.On.DayNumber));
        }
        return [.. lines.OrderByDescending(l => l.DaysLate).ThenBy(l => l.Name, StringComparer.Ordinal)];
    }

    private sealed record Due(GroupId Id, string? PlaceCode, string Name, int Version);

    /// <summary>Found once, not anew for each of its parts.</summary>
    private async Task<Dictionary<GroupId, IReadOnlyList<Expected>>> Read(ProgrammePack pack, List<GroupId> unknown, CancellationToken cancel)
    {
        if (unknown.Count == 0) return [];
        var groups = await db.Groups.AsNoTracking().WithWhatIsExpected(withMembers: false).Where(g => unknown.Contains(g.Id)).ToListAsync(cancel);
        return groups.ToDictionary(g => g.Id, g => agendas.Read(pack, g));
    }
}
