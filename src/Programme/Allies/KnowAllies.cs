using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies;

/// <summary>Puts the institutions of the packs among the allies, where they are not there yet. What staff changed since stays. Repeating it is harmless.</summary>
public sealed class KnowAllies(ProgrammeDb db, ProgrammePacks packs, TimeProvider clock)
{
    /// <returns>How many are new.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        var known = (await db.Allies.Select(a => new { a.Country, a.Code }).ToListAsync(cancel)).Select(a => (a.Country, a.Code)).ToHashSet();
        var added = packs.All.SelectMany(pack => pack.Institutions.Select(institution => (pack, institution)))
            .Where(it => !known.Contains((it.pack.Country.Code, it.institution.Code)))
            .Select(it => Ally.Of(AllyId.New(clock), it.pack.Country.Code, it.institution.Code, new(it.institution.Name, it.institution.Short, it.institution.Role, [])
            {
                IsDiscreet = it.pack.Allies.Discreet.Contains(it.institution.Code, StringComparer.Ordinal),
            })).ToList();
        if (added.Count == 0) return 0;
        db.Allies.AddRange(added);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return 0; // another process was faster
        }
        return added.Count;
    }
}
