using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>A group moved along its lifecycle. Listeners act inside the same transaction.</summary>
public sealed record GroupMoved(Group Group, GroupTrigger Trigger, string Author);

/// <summary>Staff change what describes a group, or move it on.</summary>
public sealed class ChangeGroup(ProgrammeDb db, FoundGroup found, ProgrammePacks packs, IEnumerable<IListen<GroupMoved>> listeners, TimeProvider clock)
{
    /// <param name="SeenVersion">Version on the screen of who decides; null to act on the newest.</param>
    public sealed record Request(GroupId Group, string Author, string? Reason, Territory? Territory, int? SeenVersion = null);

    public async Task<ChangeResult> Move(Request request, GroupTrigger trigger, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (GroupLifecycle.NeedsReason(trigger) && string.IsNullOrWhiteSpace(request.Reason)) return ChangeResult.ReasonMissing;
        var group = await Find(request, cancel);
        if (group is null) return ChangeResult.NotFound;
        if (request.SeenVersion is { } seen && seen != group.Version) return ChangeResult.ChangedMeanwhile;
        if (!group.Move(trigger, request.Author, request.Reason, clock.GetUtcNow())) return ChangeResult.NotPermitted;
        if (packs.Find(group.Country) is { } pack) GroupAgenda.Foresee(pack, group);
        foreach (var listener in listeners) await listener.On(new(group, trigger, request.Author), cancel);
        return await Save(cancel);
    }

    /// <returns>NotPermitted where the description is wrong.</returns>
    public async Task<ChangeResult> Describe(Request request, GroupDescription description, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await Find(request, cancel);
        if (group is null) return ChangeResult.NotFound;
        if (request.SeenVersion is { } seen && seen != group.Version) return ChangeResult.ChangedMeanwhile;
        if (found.Check(description, request.Territory, out _) is not { } good || good.Country != group.Country) return ChangeResult.NotPermitted;
        group.Change(good, request.Author, request.Reason, clock.GetUtcNow());
        return await Save(cancel);
    }

    private Task<Group?> Find(Request request, CancellationToken cancel) =>
        db.Groups.Within(request.Territory).WithWhatIsExpected().SingleOrDefaultAsync(g => g.Id == request.Group, cancel);

    private async Task<ChangeResult> Save(CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangeResult.ChangedMeanwhile;
        }
        return ChangeResult.Changed;
    }
}
