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
        var referrals = db.Referrals.Within(territory);
        return await db.Allies.AsNoTracking().OfCountriesOf(territory).OrderBy(a => a.ClosedAt != null).ThenBy(a => a.Country).ThenBy(a => a.Short).ThenBy(a => a.Id).Select(a => new Row(
            a.Id, a.Country, a.Name, a.Short, a.Role, a.Regions, a.ClosedAt != null,
            db.Agreements.Count(g => g.AllyId == a.Id && g.EndedOn == null && (g.Until == null || g.Until >= today)),
            db.Commitments.Count(c => c.AllyId == a.Id && (c.State == CommitmentState.Promised || c.State == CommitmentState.UnderWay)),
            referrals.Count(r => r.AllyId == a.Id && r.State <= ReferralState.Accepted))).ToListAsync(cancel);
    }

    /// <summary>Those that take referrals from a place, for choosing one.</summary>
    public async Task<IReadOnlyList<Ally>> Reaching(string country, string? region, CancellationToken cancel)
    {
        var open = await db.Allies.AsNoTracking().Where(a => a.Country == country && a.ClosedAt == null).OrderBy(a => a.Short).ThenBy(a => a.Id).ToListAsync(cancel);
        return [.. open.Where(a => a.Reaches(region))];
    }
}
