using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>For whom staff may plan a meeting: groups and communities of their territory by what is typed of the name, or a group by its code; those of the last change where nothing is.</summary>
public sealed class FindMeetingHosts(ProgrammeDb db)
{
    /// <summary>So many of each are offered.</summary>
    public const int Most = 8;

    /// <param name="Group">Null for a community.</param>
    public sealed record Row(GroupId? Group, CommunityId? Community, string Name, string Country, string? PlaceCode);

    /// <param name="HasMore">Others fit as well: more has to be typed.</param>
    public sealed record Result(IReadOnlyList<Row> Rows, bool HasMore);

    /// <param name="typed">Words, each of which stands in the name; accents and capitals do not count. Nothing for the last changed.</param>
    public async Task<Result> Handle(string? typed, Territory? territory, CancellationToken cancel)
    {
        var words = Plain.Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var code = GroupCode.TryFind(typed, out var known) ? known.Digits : null;
        var (groups, communities) = (Lasting(territory), db.Communities.AsNoTracking().Within(territory));
        foreach (var word in words)
        {
            groups = groups.Where(g => g.PlainName.Contains(word) || g.Code == code);
            communities = communities.Where(c => c.PlainName.Contains(word));
        }
        var ofGroups = await groups.OrderByDescending(g => g.ChangedAt).ThenBy(g => g.Id).Take(Most + 1).Select(g => new Row(g.Id, null, g.Name, g.Country, g.PlaceCode)).ToListAsync(cancel);
        var ofCommunities = await communities.OrderByDescending(c => c.ChangedAt).ThenBy(c => c.Id).Take(Most + 1).Select(c => new Row(null, c.Id, c.Name, c.Country, c.PlaceCode)).ToListAsync(cancel);
        return new([.. ofGroups.Take(Most), .. ofCommunities.Take(Most)], ofGroups.Count > Most || ofCommunities.Count > Most);
    }

    /// <summary>Null where there is none within the territory.</summary>
    public async Task<Row?> One(GroupId? group, CommunityId? community, Territory? territory, CancellationToken cancel) =>
        group is not null ? await Lasting(territory).Where(g => g.Id == group).Select(g => new Row(g.Id, null, g.Name, g.Country, g.PlaceCode)).SingleOrDefaultAsync(cancel)
        : community is not null ? await db.Communities.AsNoTracking().Within(territory).Where(c => c.Id == community).Select(c => new Row(null, c.Id, c.Name, c.Country, c.PlaceCode)).SingleOrDefaultAsync(cancel)
        : null;

    private IQueryable<Group> Lasting(Territory? territory) => db.Groups.AsNoTracking().Within(territory).Where(g => g.State != GroupState.Dissolved);
}
