using static CoopAssistant.Programme.Groups.GroupState;
using static CoopAssistant.Programme.Groups.GroupTrigger;

namespace CoopAssistant.Programme.Groups;

/// <summary>What a group is. Its way through the programme's phases is told by its steps.</summary>
public enum GroupState
{
    /// <summary>On its way to legal recognition.</summary>
    Forming = 0,
    Paused = 1,

    /// <summary>Legally recognised: the same record goes on as a cooperative.</summary>
    Cooperative = 2,

    /// <summary>A cooperative that has stopped working, for now.</summary>
    Inactive = 3,
    Dissolved = 9,
}

public enum GroupTrigger { Pause, Resume, Recognise, Deactivate, Reactivate, Dissolve }

/// <summary>The one place that says how a group may move.</summary>
public static class GroupLifecycle
{
    public static Lifecycle<GroupState, GroupTrigger> Rules { get; } = Declare();

    public static bool NeedsReason(GroupTrigger trigger) => trigger is Pause or Deactivate or Dissolve;

    /// <summary>Women hold their one seat in groups that stand so.</summary>
    public static bool IsForming(GroupState state) => state is Forming or Paused;

    private static Lifecycle<GroupState, GroupTrigger> Declare()
    {
        var rules = new Lifecycle<GroupState, GroupTrigger>();
        rules.Configure(Forming).Permit(Pause, Paused).Permit(Recognise, Cooperative).Permit(Dissolve, Dissolved);
        rules.Configure(Paused).Permit(Resume, Forming).Permit(Dissolve, Dissolved);
        rules.Configure(Cooperative).Permit(Deactivate, Inactive).Permit(Dissolve, Dissolved);
        rules.Configure(Inactive).Permit(Reactivate, Cooperative).Permit(Dissolve, Dissolved);
        return rules;
    }
}
