using CoopAssistant.Programme.Groups.Formalities;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>
/// Computes the next expected day of each group anew: the terms of a pack may have changed since it was last written. For the start; writes
/// only what differs, and leaves a group alone that somebody changes in the same moment (that computes it too).
/// </summary>
public sealed class ForeseeGroups(ProgrammeDb db, ProgrammePacks packs)
{
    private const int AtOnce = 200;

    /// <returns>How many were expected on another day.</returns>
    public async Task<int> Handle(CancellationToken cancel)
    {
        var changed = 0;
        foreach (var pack in packs.All)
            foreach (var some in (await WithSomethingToExpect(pack.Country.Code, cancel)).Chunk(AtOnce))
                foreach (var group in await db.Groups.AsNoTracking().WithWhatIsExpected().Where(g => some.Contains(g.Id)).ToListAsync(cancel))
                    changed += await Foresee(pack, group, cancel);
        return changed;
    }

    /// <summary>Days count from what was done or planned, from elections and from the recognition: other groups expect nothing.</summary>
    private Task<List<GroupId>> WithSomethingToExpect(string country, CancellationToken cancel)
    {
        var kinds = FormalityRecord.Kinds.ToArray();
        return db.Groups.Where(g => g.Country == country && (g.DueOn != null || g.State == GroupState.Cooperative || g.Officers.Any() || g.Entries.Any(e => kinds.Contains(e.Kind)))).Select(g => g.Id).ToListAsync(cancel);
    }

    private async Task<int> Foresee(ProgrammePack pack, Group group, CancellationToken cancel)
    {
        var next = GroupAgenda.Of(pack, group) is [var first, ..] ? first.On : (DateOnly?)null;
        if (next == group.DueOn) return 0;
        var (id, version) = (group.Id, group.Version);
        return await db.Groups.Where(g => g.Id == id && g.Version == version).ExecuteUpdateAsync(set => set.SetProperty(g => g.DueOn, next), cancel);
    }
}
