using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Places;

/// <summary>Teaches the matchers of this process the spellings that staff of any process added. Repeating it is harmless; nothing new costs one small query.</summary>
public sealed class LearnPlaceAliases(ProgrammeDb db, ProgrammePacks packs)
{
    public async Task Handle(CancellationToken cancel)
    {
        var all = await db.PlaceAliases.AsNoTracking().OrderBy(a => a.Id).Select(a => new { a.Country, a.PlaceCode, a.Spelling }).ToListAsync(cancel);
        foreach (var pack in packs.All)
            pack.Places.Learn([.. all.Where(a => a.Country == pack.Country.Code).Select(a => new LearnedSpelling(a.PlaceCode, a.Spelling))]);
    }
}
