namespace CoopAssistant.Programme.Registrations;

/// <summary>Where a registration stands. Codes REG-n of the programme's status texts are in <c>phases.yaml</c>.</summary>
public enum RegistrationStatus
{
    Received = 0,
    InReview = 1,
    InformationMissing = 2,
    Accepted = 3,
    WaitingList = 4,
    OutOfCoverage = 5,
    Withdrawn = 8,
    Closed = 9,
}

/// <summary>What moves a registration on.</summary>
public enum RegistrationTrigger
{
    Review,
    AskForInformation,
    ReceiveInformation,
    Accept,
    PutOnWaitingList,
    DeclareOutOfCoverage,
    Withdraw,
    Close,
    Reopen,

    /// <summary>Takes the last step of staff back; not in the lifecycle's rules, since where it leads is in the history.</summary>
    Undo,
}
