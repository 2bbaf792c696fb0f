using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Places;

/// <summary>What she wrote is no place anybody can name: it leaves the work list, her registration stays as it is.</summary>
public sealed class SetAsidePlace(ProgrammeDb db, TimeProvider clock)
{
    /// <param name="plain">The words as they are compared.</param>
    /// <returns>How many were set aside.</returns>
    public async Task<int> Handle(string country, string? region, string plain, string author, Territory? territory, CancellationToken cancel)
    {
        var open = await db.UnknownPlaces.Within(territory)
            .Where(u => u.Country == country && u.RegionCode == region && u.Plain == plain && u.SettledAt == null).ToListAsync(cancel);
        foreach (var each in open) each.Settle(null, author, clock.GetUtcNow());
        await db.SaveAsync(cancel);
        return open.Count;
    }
}
