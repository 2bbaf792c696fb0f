using CoopAssistant.Programme.Allies.Commitments;
using CoopAssistant.Programme.Allies.Referrals;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies;

/// <summary>The institutions of staff's countries, by country and name, with what goes on with each.</summary>
public sealed class ListAllies(ProgrammeDb db)
{
    /// <param name="Agreements">In force or to come.</param>
    /// <param name="Commitments">Not kept yet.</param>
    /// <param name="Referrals">Of the member of staff's own territory, open.</param>
    public sealed record Row(AllyId Id, string Country, string Name, string Short, string Role, string Regions, bool IsClosed, int Agreements, int Commitments, int Referrals);

    public async Task<IReadOnlyList<Row>> Handle(Territory? territory, DateOnly today, CancellationToken cancel)
    {
        // Each counted once for all of them, not once for each.
        var agreements = await db.Agreements.Where(g => g.EndedOn == null && (g.Until == null || g.Until >= today)).GroupBy(g => g.AllyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var commitments = await db.Commitments.Where(c => c.State == CommitmentState.Promised || c.State == CommitmentState.UnderWay).GroupBy(c => c.AllyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var referrals = await db.Referrals.Within(territory).Where(r => r.State <= ReferralState.Accepted).GroupBy(r => r.AllyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var allies = await db.Allies.AsNoTracking().OfCountriesOf(territory).OrderBy(a => a.ClosedAt != null).ThenBy(a => a.Country).ThenBy(a => a.Short).ThenBy(a => a.Id)
            .Select(a => new { a.Id, a.Country, a.Name, a.Short, a.Role, a.Regions, IsClosed = a.ClosedAt != null }).ToListAsync(cancel);
        return allies.ConvertAll(a => new Row(a.Id, a.Country, a.Name, a.Short, a.Role, a.Regions, a.IsClosed, agreements.GetValueOrDefault(a.Id), commitments.GetValueOrDefault(a.Id), referrals.GetValueOrDefault(a.Id)));
    }

    /// <summary>Those that take referrals from a place, for choosing one.</summary>
    public async Task<IReadOnlyList<Ally>> Reaching(string country, string? region, CancellationToken cancel)
    {
        var open = await db.Allies.AsNoTracking().Where(a => a.Country == country && a.ClosedAt == null).OrderBy(a => a.Short).ThenBy(a => a.Id).ToListAsync(cancel);
        return [.. open.Where(a => a.Reaches(region))];
    }
}
