using static CoopAssistant.Programme.Registrations.RegistrationStatus;
using static CoopAssistant.Programme.Registrations.RegistrationTrigger;

namespace CoopAssistant.Programme.Registrations;

/// <summary>The one place that says how a registration may move (domain page, 1.4).</summary>
public static class RegistrationLifecycle
{
    public static Lifecycle<RegistrationStatus, RegistrationTrigger> Rules { get; } = Declare();

    /// <summary>Steps nobody understands later without a word: what is missing, what she answered, why it ended.</summary>
    public static bool NeedsDetail(RegistrationTrigger trigger) => trigger is AskForInformation or ReceiveInformation or Close;

    private static Lifecycle<RegistrationStatus, RegistrationTrigger> Declare()
    {
        var rules = new Lifecycle<RegistrationStatus, RegistrationTrigger>();
        rules.Configure(Received)
            .Permit(Review, InReview).Permit(AskForInformation, InformationMissing)
            .Permit(PutOnWaitingList, WaitingList).Permit(DeclareOutOfCoverage, OutOfCoverage)
            .Permit(Withdraw, Withdrawn).Permit(Close, Closed);
        rules.Configure(InReview)
            .Permit(AskForInformation, InformationMissing).Permit(Accept, Accepted)
            .Permit(PutOnWaitingList, WaitingList).Permit(DeclareOutOfCoverage, OutOfCoverage)
            .Permit(Withdraw, Withdrawn).Permit(Close, Closed);
        rules.Configure(InformationMissing)
            .Permit(ReceiveInformation, InReview).Permit(Review, InReview).Permit(AskForInformation, InformationMissing)
            .Permit(Withdraw, Withdrawn).Permit(Close, Closed);
        rules.Configure(WaitingList)
            .Permit(Review, InReview).Permit(Accept, Accepted).Permit(DeclareOutOfCoverage, OutOfCoverage)
            .Permit(Withdraw, Withdrawn).Permit(Close, Closed);
        rules.Configure(OutOfCoverage)
            .Permit(Review, InReview).Permit(PutOnWaitingList, WaitingList)
            .Permit(Withdraw, Withdrawn).Permit(Close, Closed);
        rules.Configure(Accepted)
            .Permit(Review, InReview).Permit(Withdraw, Withdrawn).Permit(Close, Closed);
        rules.Configure(Withdrawn).Permit(Reopen, InReview);
        rules.Configure(Closed).Permit(Reopen, InReview);
        return rules;
    }
}
