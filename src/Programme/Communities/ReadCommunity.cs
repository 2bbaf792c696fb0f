using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Communities;

/// <summary>One community as staff see it, with the groups in it.</summary>
public sealed class ReadCommunity(ProgrammeDb db)
{
    public sealed record Result(Community Community, IReadOnlyList<GroupLine> Groups);

    public sealed record GroupLine(GroupId Id, string Name, string Rubro, GroupState State, int Members);

    /// <summary>Null where there is none, or it lies outside the territory.</summary>
    public async Task<Result?> Handle(CommunityId id, Territory? territory, CancellationToken cancel)
    {
        var community = await db.Communities.AsNoTracking().Within(territory).Include(c => c.Entries).SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (community is null) return null;
        var groups = await db.Groups.AsNoTracking().Where(g => g.CommunityId == id).OrderBy(g => g.Name).ThenBy(g => g.Id)
            .Select(g => new GroupLine(g.Id, g.Name, g.Rubro, g.State, g.Members.Count(m => m.State == MemberState.Member))).ToListAsync(cancel);
        return new(community, groups);
    }
}
