using CoopAssistant.Programme.Groups.Formalities;

namespace CoopAssistant.Programme.Groups;

/// <summary>What of the law is done: steps of the checklist, and later the duties that come again.</summary>
public sealed partial class Group
{
    /// <summary>Read from its entries. Needs them loaded.</summary>
    public FormalityRecord Formalities => FormalityRecord.Of(_entries);

    /// <summary>A formality was done on a day. The caller says whether it may be done again.</summary>
    public bool DoFormality(string code, DateOnly on, string author, string? note, DateTimeOffset now)
    {
        if (State == GroupState.Dissolved) return false;
        Note(GroupEntryKind.FormalityDone, null, code, author, note, now, on);
        return true;
    }

    /// <summary>The last time it was done does not count. False where it never was.</summary>
    public bool UndoFormality(string code, string author, string? reason, DateTimeOffset now)
    {
        if (Formalities.LastDone(code) is not { } last) return false;
        Note(GroupEntryKind.FormalityUndone, null, code, author, reason, now, last);
        return true;
    }

    /// <summary>Says on which day it is meant to be done; null drops the plan. False where nothing changes.</summary>
    public bool PlanFormality(string code, DateOnly? on, string author, string? note, DateTimeOffset now)
    {
        if (State == GroupState.Dissolved || Formalities.Planned(code) == on) return false;
        Note(GroupEntryKind.FormalityPlanned, null, code, author, note, now, on);
        return true;
    }

    /// <summary>Keeps the next expected day, so that lists find it without reading every history.</summary>
    internal void Expect(DateOnly? next) => DueOn = next;
}
