using static CoopAssistant.Programme.Groups.MemberState;
using static CoopAssistant.Programme.Groups.MemberTrigger;

namespace CoopAssistant.Programme.Groups;

/// <summary>How a woman stands with a group.</summary>
public enum MemberState
{
    /// <summary>Asked; she has not answered.</summary>
    Invited = 0,
    Member = 1,

    /// <summary>She said no.</summary>
    Refused = 2,

    /// <summary>Staff took the invitation back.</summary>
    Withdrawn = 3,
    Left = 4,

    /// <summary>She went on to another group.</summary>
    Moved = 5,
}

public enum MemberTrigger { Invite, Join, Refuse, Withdraw, Leave, Move }

/// <summary>The one place that says how a membership may change.</summary>
public static class MemberLifecycle
{
    public static Lifecycle<MemberState, MemberTrigger> Rules { get; } = Declare();

    private static Lifecycle<MemberState, MemberTrigger> Declare()
    {
        var rules = new Lifecycle<MemberState, MemberTrigger>();
        rules.Configure(Invited).Permit(Join, Member).Permit(Refuse, Refused).Permit(Withdraw, Withdrawn);
        rules.Configure(Member).Permit(Leave, Left).Permit(Move, Moved);
        foreach (var gone in new[] { Refused, Withdrawn, Left, Moved }) rules.Configure(gone).Permit(Invite, Invited).Permit(Join, Member);
        return rules;
    }
}
