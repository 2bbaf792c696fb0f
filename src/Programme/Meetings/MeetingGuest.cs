namespace CoopAssistant.Programme.Meetings;

/// <summary>Whether she comes. Stored as its number.</summary>
public enum GuestAnswer
{
    /// <summary>Not answered yet.</summary>
    Open = 0,
    Yes = 1,

    /// <summary>She would come, but there is no place left: the first in line gets the next that is freed.</summary>
    Waiting = 2,
    No = 3,

    /// <summary>Staff took the invitation back.</summary>
    Withdrawn = 4,
}

/// <summary>What she needs so that she can come.</summary>
[Flags]
public enum GuestNeeds
{
    None = 0,
    Childcare = 1,
    Transport = 2,

    /// <summary>Another language than Spanish.</summary>
    Language = 4,
}

/// <summary>How attendance was noted.</summary>
public enum AttendanceMark
{
    /// <summary>By staff, on the list.</summary>
    List = 0,

    /// <summary>By herself in the chat, with the code of the door.</summary>
    Code = 1,
}

/// <summary>A woman and a meeting: asked, answered, came. One row a woman and meeting.</summary>
public sealed class MeetingGuest
{
    private MeetingGuest() { }

    internal MeetingGuest(ParticipantId participant, bool isListed, DateTimeOffset now) => (ParticipantId, IsListed, ListedAt) = (participant, isListed, now);

    public long Id { get; private set; }
    public MeetingId MeetingId { get; private set; }
    public ParticipantId ParticipantId { get; private set; }

    /// <summary>She was asked, or is of the group; false for who came without.</summary>
    public bool IsListed { get; private set; }
    public DateTimeOffset ListedAt { get; private set; }
    public GuestAnswer Answer { get; private set; }
    public GuestNeeds Needs { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the last news of the meeting went to her chat; null where she could not be told.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>When she was reminded, or it was settled that she is not.</summary>
    public DateTimeOffset? ReminderSettledAt { get; private set; }

    /// <summary>When it was noted that she came; null while it is not.</summary>
    public DateTimeOffset? AttendedAt { get; private set; }
    public AttendanceMark? AttendedBy { get; private set; }

    public bool IsExpected => IsListed && Answer != GuestAnswer.Withdrawn;

    public void NoteTold(DateTimeOffset? at) => ToldAt = at;

    public void SettleReminder(DateTimeOffset now) => ReminderSettledAt = now;

    internal void List(DateTimeOffset now) => (IsListed, ListedAt, Answer, ReminderSettledAt) = (true, now, GuestAnswer.Open, null);

    internal void Say(GuestAnswer answer, GuestNeeds needs, DateTimeOffset now) =>
        (Answer, Needs, AnsweredAt) = (answer, answer is GuestAnswer.Yes or GuestAnswer.Waiting ? needs : GuestNeeds.None, now);

    /// <summary>A place became free: her needs and her turn in line stay known.</summary>
    internal void TakePlace() => Answer = GuestAnswer.Yes;

    internal void Withdraw() => (Answer, Needs) = (GuestAnswer.Withdrawn, GuestNeeds.None);

    internal void RemindAnew() => ReminderSettledAt = null;

    internal void Attend(AttendanceMark by, DateTimeOffset now) => (AttendedAt, AttendedBy) = (now, by);

    internal void UndoAttendance() => (AttendedAt, AttendedBy) = (null, null);
}
