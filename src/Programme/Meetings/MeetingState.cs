using static CoopAssistant.Programme.Meetings.MeetingState;
using static CoopAssistant.Programme.Meetings.MeetingTrigger;

namespace CoopAssistant.Programme.Meetings;

/// <summary>What a meeting is for. Stored as its number.</summary>
public enum MeetingKind
{
    /// <summary>Staff go to the community or the group.</summary>
    Visit = 0,

    /// <summary>Something is told or agreed.</summary>
    Gathering = 1,

    /// <summary>A session of training.</summary>
    Workshop = 2,
    Assembly = 3,
}

public enum MeetingState
{
    Planned = 0,
    Held = 1,
    Cancelled = 9,
}

public enum MeetingTrigger { Move, Hold, Cancel, Reopen }

/// <summary>The one place that says how a meeting may go on. One that is moved stays planned, at another time or place.</summary>
public static class MeetingLifecycle
{
    public static Lifecycle<MeetingState, MeetingTrigger> Rules { get; } = Declare();

    public static bool NeedsReason(MeetingTrigger trigger) => trigger is Move or Cancel or Reopen;

    private static Lifecycle<MeetingState, MeetingTrigger> Declare()
    {
        var rules = new Lifecycle<MeetingState, MeetingTrigger>();
        rules.Configure(Planned).Permit(Move, Planned).Permit(Hold, Held).Permit(Cancel, Cancelled);
        rules.Configure(Held).Permit(Reopen, Planned);
        return rules;
    }
}
