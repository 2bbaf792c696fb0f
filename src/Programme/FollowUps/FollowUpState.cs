using static CoopAssistant.Programme.FollowUps.FollowUpState;
using static CoopAssistant.Programme.FollowUps.FollowUpTrigger;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>How a round stands. Stored as its number.</summary>
public enum FollowUpState
{
    /// <summary>Due; nobody has answered.</summary>
    Open = 0,
    Answered = 1,

    /// <summary>She does not want to answer in the chat: the office asks in person.</summary>
    Declined = 2,

    /// <summary>The next round fell due first.</summary>
    Missed = 3,
}

public enum FollowUpTrigger { Answer, Decline, Miss }

/// <summary>The one place that says how a round may go on. Answers may come late; what was answered is corrected, not reopened.</summary>
public static class FollowUpLifecycle
{
    public static Lifecycle<FollowUpState, FollowUpTrigger> Rules { get; } = Declare();

    private static Lifecycle<FollowUpState, FollowUpTrigger> Declare()
    {
        var rules = new Lifecycle<FollowUpState, FollowUpTrigger>();
        rules.Configure(Open).Permit(Answer, Answered).Permit(Decline, Declined).Permit(Miss, Missed);
        rules.Configure(Declined).Permit(Answer, Answered).Permit(Miss, Missed);
        rules.Configure(Missed).Permit(Answer, Answered);
        rules.Configure(Answered).Permit(Answer, Answered);
        return rules;
    }
}
