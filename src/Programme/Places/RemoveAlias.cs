using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Places;

/// <summary>Takes back a spelling that staff added. Registrations keep the place they got by it.</summary>
public sealed class RemoveAlias(ProgrammeDb db, ProgrammePacks packs, LearnPlaceAliases learn)
{
    /// <returns>False where there is none, or its place lies outside the territory.</returns>
    public async Task<bool> Handle(long id, Territory? territory, CancellationToken cancel)
    {
        if (await db.PlaceAliases.SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } alias) return false;
        if (territory is not null && !territory.Covers(alias.Country, packs.Find(alias.Country)?.Places.RegionOf(alias.PlaceCode), alias.PlaceCode)) return false;
        db.PlaceAliases.Remove(alias);
        await db.SaveAsync(cancel);
        await learn.Handle(cancel);
        return true;
    }
}
