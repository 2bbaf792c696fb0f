using static CoopAssistant.Programme.Allies.Referrals.ReferralState;
using static CoopAssistant.Programme.Allies.Referrals.ReferralTrigger;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>Where a referral stands. Stored as its number; below 10 it is open.</summary>
public enum ReferralState
{
    /// <summary>She was asked and has not said yes: the institution knows nothing.</summary>
    AwaitingConsent = 0,

    /// <summary>The institution has it, and its clock runs.</summary>
    Sent = 1,
    Accepted = 2,
    Rejected = 10,
    Finished = 11,

    /// <summary>She said no.</summary>
    Refused = 12,

    /// <summary>She took her consent back, or left the programme.</summary>
    ConsentWithdrawn = 13,

    /// <summary>Staff took it back.</summary>
    Cancelled = 14,
}

public enum ReferralTrigger { Agree, Refuse, Accept, Reject, Finish, WithdrawConsent, Cancel }

/// <summary>The one place that says how a referral may go on.</summary>
public static class ReferralLifecycle
{
    public static Lifecycle<ReferralState, ReferralTrigger> Rules { get; } = Declare();

    public static bool IsOpen(ReferralState state) => state <= Accepted;

    /// <summary>The institution works on it: what was shared may be read.</summary>
    public static bool IsWithAlly(ReferralState state) => state is Sent or Accepted;

    private static Lifecycle<ReferralState, ReferralTrigger> Declare()
    {
        var rules = new Lifecycle<ReferralState, ReferralTrigger>();
        rules.Configure(AwaitingConsent).Permit(Agree, Sent).Permit(Refuse, Refused).Permit(WithdrawConsent, ConsentWithdrawn).Permit(Cancel, Cancelled);
        rules.Configure(Sent).Permit(Accept, Accepted).Permit(Reject, Rejected).Permit(WithdrawConsent, ConsentWithdrawn).Permit(Cancel, Cancelled);
        rules.Configure(Accepted).Permit(Finish, Finished).Permit(WithdrawConsent, ConsentWithdrawn).Permit(Cancel, Cancelled);
        return rules;
    }
}

/// <summary>What came of it, as the institution says. Stored as its number.</summary>
public enum ReferralResult
{
    /// <summary>It did what it was asked for.</summary>
    Helped = 1,

    /// <summary>It could not reach her.</summary>
    NotReached = 2,

    /// <summary>It turned out not to be for her.</summary>
    NotForHer = 3,
}
