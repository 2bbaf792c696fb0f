namespace CoopAssistant.Programme.Meetings;

/// <summary>What happened to a meeting. Stored as its number.</summary>
public enum MeetingEntryKind
{
    Planned = 0,

    /// <summary>What describes it changed, not when and where.</summary>
    Changed = 1,
    Moved = 2,
    Held = 3,
    Cancelled = 4,
    Reopened = 5,
    Invited = 6,
    Withdrawn = 7,
    Answered = 8,

    /// <summary>She was waiting and got a place.</summary>
    PlaceFreed = 9,
    AttendanceTaken = 10,
    AttendanceUndone = 11,
}

/// <summary>One entry of a meeting's history. Never changed once written.</summary>
public sealed class MeetingEntry
{
    private MeetingEntry() { }

    internal MeetingEntry(MeetingEntryKind kind, ParticipantId? participant, string? detail, string author, string? reason, DateTimeOffset at) =>
        (Kind, ParticipantId, Detail, Author, Reason, At) = (kind, participant, detail, author, reason, at);

    public long Id { get; private set; }
    public MeetingEntryKind Kind { get; private set; }

    /// <summary>Whom it is about; null for the whole meeting.</summary>
    public ParticipantId? ParticipantId { get; private set; }

    /// <summary>Of <see cref="MeetingEntryKind.Moved"/> the time before, as ISO 8601 in UTC; of an answer its name; of invitations and attendance how many.</summary>
    public string? Detail { get; private set; }

    /// <summary>Staff id, or <see cref="Registrations.RegistrationStep.Herself"/>.</summary>
    public string Author { get; private set; } = "";
    public string? Reason { get; private set; }
    public DateTimeOffset At { get; private set; }
}
