using System.Collections.Concurrent;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Groups;

/// <summary>What is expected of groups, as it was computed for their version: the same until somebody changes the group or its country's pack. Of hundreds of groups it is read from some thousand rows else.</summary>
public sealed class KnownAgendas
{
    private readonly ConcurrentDictionary<GroupId, Known> _known = new();

    private sealed record Known(int Version, ProgrammePack Pack, IReadOnlyList<Expected> Agenda);

    /// <returns>Null where it is to be read.</returns>
    internal IReadOnlyList<Expected>? Find(ProgrammePack pack, GroupId group, int version) =>
        _known.TryGetValue(group, out var known) && known.Version == version && ReferenceEquals(known.Pack, pack) ? known.Agenda : null;

    /// <param name="group">With entries and officers.</param>
    internal IReadOnlyList<Expected> Read(ProgrammePack pack, Group group)
    {
        var agenda = GroupAgenda.Of(pack, group);
        _known[group.Id] = new(group.Version, pack, agenda);
        return agenda;
    }
}
