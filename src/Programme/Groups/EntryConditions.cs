using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Groups;

/// <summary>What should be so before a step begins. Staff may begin it all the same, with a reason.</summary>
public static class EntryConditions
{
    /// <summary>Those that are not met.</summary>
    public static IReadOnlyList<EntryCondition> Unmet(ProgrammePack pack, Group group, PhaseStep step)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(step);
        var ended = group.Steps.Where(s => s.State != StepState.Open).Select(s => s.Code).ToHashSet(StringComparer.Ordinal);
        var unmet = step.After.Where(code => !ended.Contains(code)).Select(EntryCondition (code) => new EntryCondition.StepBefore(pack.FindStep(code)?.Name ?? code)).ToList();
        var members = group.Members.Count(m => m.State == MemberState.Member);
        if (step.NeedsFounders && members < pack.Checklist.Founders) unmet.Add(new EntryCondition.Founders(members, pack.Checklist.Founders));
        if (step.NeedsRecognition && group.State is not (GroupState.Cooperative or GroupState.Inactive)) unmet.Add(new EntryCondition.Recognition());
        return unmet;
    }
}

public abstract record EntryCondition
{
    private EntryCondition() { }

    /// <summary>Another step has not ended.</summary>
    public sealed record StepBefore(string Name) : EntryCondition;

    public sealed record Founders(int Members, int Needed) : EntryCondition;

    public sealed record Recognition : EntryCondition;
}
