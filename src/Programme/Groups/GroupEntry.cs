namespace CoopAssistant.Programme.Groups;

/// <summary>What happened to a group. Stored as its number.</summary>
public enum GroupEntryKind
{
    Founded = 0,
    Invited = 1,
    Joined = 2,
    Refused = 3,
    InvitationWithdrawn = 4,
    Left = 5,
    MovedAway = 6,
    CoordinatorAppointed = 7,
    Changed = 8,
    Moved = 9,
    StepBegun = 10,
    StepFinished = 11,
    StepSkipped = 12,

    /// <summary>A step that had ended began again.</summary>
    StepReturned = 13,

    /// <summary>Day, place or file number of a step.</summary>
    StepNoted = 14,

    /// <summary>A woman left, or is no longer asked, because her registration was taken back.</summary>
    LeftWithRegistration = 30,

    /// <summary>A step of the legal checklist, or a cooperative's recurring duty, was done on a day.</summary>
    FormalityDone = 31,

    /// <summary>That was a mistake: the last time it was done does not count.</summary>
    FormalityUndone = 32,

    /// <summary>It is meant to be done on a day; without a day the plan was dropped.</summary>
    FormalityPlanned = 33,

    /// <summary>She was elected to an office.</summary>
    OfficeTaken = 34,
    OfficeLeft = 35,
    FileAdded = 36,
    FileRemoved = 37,
}

/// <summary>One entry of a group's history. Never changed once written.</summary>
public sealed class GroupEntry
{
    /// <summary>Name of the column that says whose it is.</summary>
    internal const string OfGroup = "GroupId";

    private GroupEntry() { }

    internal GroupEntry(GroupEntryKind kind, ParticipantId? participant, string? code, string author, string? reason, DateTimeOffset at, DateOnly? on = null) =>
        (Kind, ParticipantId, Code, Author, Reason, At, On) = (kind, participant, code, author, reason, at, on);

    public long Id { get; private set; }
    public GroupEntryKind Kind { get; private set; }

    /// <summary>Whom it is about; null for the whole group.</summary>
    public ParticipantId? ParticipantId { get; private set; }

    /// <summary>What of the group: the trigger of its lifecycle, the code of a step, a formality or an office, or the id of a file; null where the kind says all.</summary>
    public string? Code { get; private set; }

    /// <summary>Staff id, or <see cref="Registrations.RegistrationStep.Herself"/>.</summary>
    public string Author { get; private set; } = "";
    public string? Reason { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>The day it is about, in the country's time, where that is not the day it was written; null for none.</summary>
    public DateOnly? On { get; private set; }
}
