using CoopAssistant.Programme.Groups.Formalities;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

internal static class GroupQueries
{
    /// <summary>With members, officers and those entries that <see cref="GroupAgenda"/> reads.</summary>
    public static IQueryable<Group> WithWhatIsExpected(this IQueryable<Group> groups)
    {
        GroupEntryKind[] kinds = [.. FormalityRecord.Kinds, GroupEntryKind.Moved];
        return groups.AsSplitQuery().Include(g => g.Members).Include(g => g.Officers).Include(g => g.Entries.Where(e => kinds.Contains(e.Kind)));
    }
}
