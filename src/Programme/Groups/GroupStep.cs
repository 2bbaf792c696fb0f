namespace CoopAssistant.Programme.Groups;

/// <summary>One round of a phase's step, as it happened to a group. Several may be open at once; of one step only one.</summary>
public sealed class GroupStep
{
    public const int LongestDetail = 120;

    private GroupStep() { }

    internal GroupStep(string code, DateOnly? dueOn, DateTimeOffset at) => (Code, DueOn, StartedAt) = (code, dueOn, at);

    public long Id { get; private set; }

    /// <summary>PA-2.2, as in the pack.</summary>
    public string Code { get; private set; } = "";
    public StepState State { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Last day, in the country's time, by which it was expected to end; null where nobody expects any.</summary>
    public DateOnly? DueOn { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What staff noted for its text: a day, a place, a file number, with whom it is agreed.</summary>
    public StepDetails Details { get; private set; } = StepDetails.None;

    internal bool Move(StepTrigger trigger, DateTimeOffset now)
    {
        if (!StepLifecycle.Rules.TryMove(State, trigger, out var next)) return false;
        (State, EndedAt) = (next, now);
        return true;
    }

    internal void Note(StepDetails details) => Details = details;
}

/// <param name="On">Day of the visit, the meeting or the next step.</param>
/// <param name="Number">Number of the file.</param>
/// <param name="Partner">Government or institution it is agreed with.</param>
public sealed record StepDetails(DateOnly? On, string? Place, string? Number, string? Partner)
{
    public static StepDetails None { get; } = new(null, null, null, null);
}
