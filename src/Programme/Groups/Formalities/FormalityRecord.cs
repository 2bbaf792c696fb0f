namespace CoopAssistant.Programme.Groups.Formalities;

/// <summary>
/// What was done and is planned, told by the entries of a group: a mistake takes back the last time, and doing it ends its plan.
/// Immutable; same entries, same record.
/// </summary>
public sealed class FormalityRecord
{
    private readonly Dictionary<string, List<DateOnly>> _done = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> _planned = new(StringComparer.Ordinal);

    public static FormalityRecord Nothing { get; } = new();

    /// <summary>Kinds of entries that are read; the rest may stay unloaded.</summary>
    public static IReadOnlyList<GroupEntryKind> Kinds { get; } = [GroupEntryKind.FormalityDone, GroupEntryKind.FormalityUndone, GroupEntryKind.FormalityPlanned];

    /// <summary>When staff wrote down that it is a legally recognised cooperative; null before.</summary>
    public DateTimeOffset? RecognisedAt { get; private set; }

    /// <param name="entries">In any order; those with an id are read by it, new ones after them.</param>
    public static FormalityRecord Of(IEnumerable<GroupEntry> entries)
    {
        var record = new FormalityRecord();
        foreach (var entry in entries.OrderBy(e => e.Id == 0 ? long.MaxValue : e.Id).ThenBy(e => e.At)) record.Read(entry);
        return record;
    }

    /// <summary>Days on which it was done, in the order in which they were written.</summary>
    public IReadOnlyList<DateOnly> Done(string code) => _done.GetValueOrDefault(code) ?? [];

    public DateOnly? LastDone(string code) => _done.GetValueOrDefault(code) is { Count: > 0 } days ? days[^1] : null;

    public DateOnly? Planned(string code) => _planned.TryGetValue(code, out var on) ? on : null;

    private void Read(GroupEntry entry)
    {
        switch (entry)
        {
            case { Kind: GroupEntryKind.FormalityDone, Code: { } code, On: { } on }:
                if (!_done.TryGetValue(code, out var days)) _done[code] = days = [];
                days.Add(on);
                _planned.Remove(code);
                break;
            case { Kind: GroupEntryKind.FormalityUndone, Code: { } code } when _done.TryGetValue(code, out var told) && told.Count > 0:
                told.RemoveAt(told.Count - 1);
                break;
            case { Kind: GroupEntryKind.FormalityPlanned, Code: { } code }:
                if (entry.On is { } meant) _planned[code] = meant;
                else _planned.Remove(code);
                break;
            case { Kind: GroupEntryKind.Moved, Code: nameof(GroupTrigger.Recognise) }:
                RecognisedAt = entry.At;
                break;
        }
    }
}
