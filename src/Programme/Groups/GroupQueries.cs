using CoopAssistant.Programme.Groups.Formalities;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

internal static class GroupQueries
{
    /// <summary>With officers and those entries that <see cref="GroupAgenda"/> reads.</summary>
    /// <param name="withMembers">For who goes on to change the group.</param>
    public static IQueryable<Group> WithWhatIsExpected(this IQueryable<Group> groups, bool withMembers = true)
    {
        GroupEntryKind[] kinds = [.. FormalityRecord.Kinds, GroupEntryKind.Moved];
        var split = withMembers ? groups.AsSplitQuery().Include(g => g.Members) : groups.AsSplitQuery();
        return split.Include(g => g.Officers).Include(g => g.Entries.Where(e => kinds.Contains(e.Kind)));
    }
}
