using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CoopAssistant.Data;

/// <summary>
/// A registration that changes is indexed anew, and so are those of a woman whose number or group changes: here for all use cases, so that none has to
/// remember which facts the search holds. Marked in the transaction that changes them: else they might be indexed in between, as they were.
/// </summary>
internal sealed class IndexAnew
{
    private readonly HashSet<ParticipantId> _women = [];
    private readonly HashSet<GroupId> _groups = [];

    private IndexAnew() { }

    private bool IsNeeded => _women.Count > 0 || _groups.Count > 0;

    /// <summary>Marks the registrations that are about to be saved.</summary>
    /// <returns>Who else is to be marked; null for nobody, as in nearly every save.</returns>
    public static IndexAnew? Mark(DbContext context)
    {
        var others = new IndexAnew();
        foreach (var entry in context.ChangeTracker.Entries())
            switch (entry.Entity)
            {
                case Registration when entry.State == EntityState.Modified: MarkItself(entry.Property(nameof(Registration.IsIndexed))); break;
                case GroupMember when HasChanged(entry, nameof(GroupMember.State), nameof(GroupMember.GroupId), nameof(GroupMember.ParticipantId)): others.Note(entry.Property(nameof(GroupMember.ParticipantId))); break;
                case Group group when entry.State is EntityState.Deleted || IsModified(entry, nameof(Group.State)): others._groups.Add(group.Id); break;
                case Participant woman when IsModified(entry, nameof(Participant.Document), nameof(Participant.Phone)): others._women.Add(woman.Id); break;
            }
        return others.IsNeeded ? others : null;
    }

    /// <summary>Inside the transaction, before the changes themselves.</summary>
    public async Task MarkOthers(DbContext context, CancellationToken cancel)
    {
        var (women, groups) = (_women.ToList(), _groups.ToList());
        if (women.Count > 0) await Past(context, registrations => registrations.Where(r => EF.Parameter(women).Contains(r.ParticipantId)), cancel);
        var members = context.Set<GroupMember>().Where(m => EF.Parameter(groups).Contains(m.GroupId)).Select(m => m.ParticipantId);
        if (groups.Count > 0) await Past(context, registrations => registrations.Where(r => members.Contains(r.ParticipantId)), cancel);
    }

    /// <summary>Past the entities: nobody's open decision fails by it.</summary>
    private static Task Past(DbContext context, Func<IQueryable<Registration>, IQueryable<Registration>> whose, CancellationToken cancel) =>
        whose(context.Set<Registration>()).ExecuteUpdateAsync(set => set.SetProperty(r => r.IsIndexed, false), cancel);

    /// <summary>Written even where it already says so: it may have been indexed, as it was, since this context read it.</summary>
    private static void MarkItself(PropertyEntry mark) => (mark.CurrentValue, mark.IsModified) = (false, true);

    private void Note(PropertyEntry woman)
    {
        foreach (var id in new[] { woman.OriginalValue, woman.CurrentValue }.OfType<ParticipantId>()) _women.Add(id);
    }

    private static bool HasChanged(EntityEntry entry, params ReadOnlySpan<string> properties) => entry.State is EntityState.Added or EntityState.Deleted || IsModified(entry, properties);

    private static bool IsModified(EntityEntry entry, params ReadOnlySpan<string> properties)
    {
        if (entry.State == EntityState.Modified)
            foreach (var property in properties)
                if (entry.Property(property).IsModified) return true;
        return false;
    }
}
