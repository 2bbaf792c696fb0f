using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Agreements;

/// <summary>Agreements whose renewal is to be settled soon or should have been, the most urgent first. Each is for who works in its whole territory.</summary>
public sealed class ListRenewals(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <summary>How long before the day somebody is told.</summary>
    public static readonly int DaysAhead = 30;

    /// <param name="DaysLeft">Until <see cref="Agreement.RenewBy"/>; negative once it has passed.</param>
    public sealed record Row(AgreementId Id, string Title, string Ally, string Country, string? RegionCode, DateOnly RenewBy, DateOnly Until, int DaysLeft);

    public async Task<IReadOnlyList<Row>> Handle(Territory? territory, CancellationToken cancel)
    {
        var near = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(DaysAhead + 1);
        var found = await db.Agreements.AsNoTracking().Within(territory).Where(g => g.RenewBy != null && g.EndedOn == null && g.RenewBy <= near)
            .Join(db.Allies, g => g.AllyId, a => a.Id, (g, a) => new { g.Id, g.Title, Ally = a.Short, g.Country, g.RegionCode, g.RenewBy, g.Until }).ToListAsync(cancel);
        return
        [
            .. found.Select(g => new Row(g.Id, g.Title, g.Ally, g.Country, g.RegionCode, g.RenewBy!.Value, g.Until!.Value, g.RenewBy.Value.DayNumber - Today(g.Country).DayNumber))
                .Where(row => row.DaysLeft <= DaysAhead).OrderBy(row => row.RenewBy).ThenBy(row => row.Title, StringComparer.Ordinal).ThenBy(row => row.Id.Value),
        ];
    }

    private DateOnly Today(string country) => packs.Find(country)?.DayOf(clock.GetUtcNow()) ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
