namespace CoopAssistant.Programme.Service;

/// <summary>What an office set for itself: hours, targets, days on which it is closed. Who set it and when is its history, which is never rewritten.</summary>
public sealed class OfficeSchedule
{
    private readonly List<OfficeClosure> _closures = [];
    private readonly List<ScheduleEntry> _entries = [];

    private OfficeSchedule() { }

    internal OfficeSchedule(string country, string office) => (Country, OfficeCode) = (country, office);

    public long Id { get; private set; }
    public string Country { get; private set; } = "";
    public string OfficeCode { get; private set; } = "";

    /// <summary>See <see cref="OpeningHours.Write"/>; null where the country's hours hold.</summary>
    public string? Hours { get; private set; }

    /// <summary>Working minutes; null for the usual ones. So the others.</summary>
    public int? AnswerMinutes { get; private set; }
    public int? AnswerLimitMinutes { get; private set; }
    public int? ReviewMinutes { get; private set; }
    public int? ReviewLimitMinutes { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<OfficeClosure> Closures => _closures;

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<ScheduleEntry> Entries => _entries;

    /// <summary>False where nothing changes.</summary>
    internal bool SetHours(string? hours, string author, DateTimeOffset now)
    {
        if (Hours == hours) return false;
        Hours = hours;
        return Note(ScheduleChange.Hours, hours, author, now);
    }

    internal bool SetTargets(int? answer, int? answerLimit, int? review, int? reviewLimit, string author, DateTimeOffset now)
    {
        if ((AnswerMinutes, AnswerLimitMinutes, ReviewMinutes, ReviewLimitMinutes) == (answer, answerLimit, review, reviewLimit)) return false;
        (AnswerMinutes, AnswerLimitMinutes, ReviewMinutes, ReviewLimitMinutes) = (answer, answerLimit, review, reviewLimit);
        return Note(ScheduleChange.Targets, FormattableString.Invariant($"{answer}/{answerLimit}/{review}/{reviewLimit}"), author, now);
    }

    /// <summary>A day that is closed already stays as it is.</summary>
    internal bool Close(DateOnly day, string why, string author, DateTimeOffset now)
    {
        if (_closures.Exists(closure => closure.Day == day)) return false;
        _closures.Add(new OfficeClosure(day, why));
        return Note(ScheduleChange.Closed, $"{day:yyyy-MM-dd} {why}", author, now);
    }

    internal bool Open(DateOnly day, string author, DateTimeOffset now) =>
        _closures.RemoveAll(closure => closure.Day == day) > 0 && Note(ScheduleChange.Opened, $"{day:yyyy-MM-dd}", author, now);

    private bool Note(ScheduleChange what, string? detail, string author, DateTimeOffset now)
    {
        _entries.Add(new ScheduleEntry(what, detail, author, now));
        Version++;
        return true;
    }
}

/// <summary>A day on which one office is closed.</summary>
public sealed class OfficeClosure
{
    public const int LongestReason = 80;

    private OfficeClosure() { }

    internal OfficeClosure(DateOnly day, string why) => (Day, Why) = (day, why);

    public long Id { get; private set; }
    public DateOnly Day { get; private set; }
    public string Why { get; private set; } = "";
}

/// <summary>Stored as its number.</summary>
public enum ScheduleChange { Hours = 1, Targets = 2, Closed = 3, Opened = 4 }

/// <summary>One entry of a schedule's history. Never changed once written.</summary>
public sealed class ScheduleEntry
{
    private ScheduleEntry() { }

    internal ScheduleEntry(ScheduleChange what, string? detail, string author, DateTimeOffset at) => (What, Detail, Author, At) = (what, detail, author, at);

    public long Id { get; private set; }
    public ScheduleChange What { get; private set; }

    /// <summary>Hours as written, four numbers of minutes, or a day with its reason; null: the country's hours again.</summary>
    public string? Detail { get; private set; }

    /// <summary>Staff id.</summary>
    public string Author { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
