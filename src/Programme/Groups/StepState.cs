using static CoopAssistant.Programme.Groups.StepState;
using static CoopAssistant.Programme.Groups.StepTrigger;

namespace CoopAssistant.Programme.Groups;

/// <summary>How a step of a phase stands for a group. A step that is returned to gets a round of its own.</summary>
public enum StepState
{
    Open = 0,
    Finished = 1,
    Skipped = 2,
}

public enum StepTrigger { Finish, Skip }

/// <summary>The one place that says how a step may move.</summary>
public static class StepLifecycle
{
    public static Lifecycle<StepState, StepTrigger> Rules { get; } = Declare();

    private static Lifecycle<StepState, StepTrigger> Declare()
    {
        var rules = new Lifecycle<StepState, StepTrigger>();
        rules.Configure(Open).Permit(Finish, Finished).Permit(Skip, Skipped);
        return rules;
    }
}
