using CoopAssistant.Data.Staff;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Allies;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Admin.Accounts;

/// <summary>Which institution an account belongs to: an ally's to exactly one, of its own country; staff of the ministry to none.</summary>
public sealed class StaffAllies(ProgrammeDb db)
{
    internal const string Missing = "Una cuenta de institución aliada necesita su institución: créela en Personal y elíjala de la lista.";

    internal async Task<bool> Fits(StaffRole role, AllyId? ally, string? country, CancellationToken cancel) =>
        role == StaffRole.Ally ? ally is { } id && await db.Allies.AnyAsync(a => a.Id == id && a.Country == country, cancel) : ally is null;

    /// <summary>The institution a form named; null for none that exists.</summary>
    internal async Task<Ally?> Find(string? typed, CancellationToken cancel) =>
        Guid.TryParse(typed, out var id) ? await db.Allies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == new AllyId(id), cancel) : null;

    /// <summary>Those that take referrals, by country and name.</summary>
    internal async Task<IReadOnlyList<Ally>> All(CancellationToken cancel) =>
        await db.Allies.AsNoTracking().Where(a => a.ClosedAt == null).OrderBy(a => a.Country).ThenBy(a => a.Short).ThenBy(a => a.Id).ToListAsync(cancel);
}
