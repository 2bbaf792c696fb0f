namespace CoopAssistant.Programme.Figures.Goals;

/// <summary>What a goal is set for.</summary>
public enum GoalKind
{
    Registrations = 1,
    Groups = 2,
    Cooperatives = 3,
    CoursesFinished = 4,
}

/// <summary>How many a region, or a whole country, wants to reach in a year. Who set it, when and why is its history, which is never rewritten.</summary>
public sealed class Goal
{
    public const int Most = 1_000_000;
    public const int LongestReason = 300;

    private readonly List<GoalEntry> _entries = [];

    private Goal() { }

    internal Goal(string country, string region, int year, GoalKind kind) => (Country, RegionCode, Year, Kind) = (country, region, year, kind);

    public long Id { get; private set; }
    public string Country { get; private set; } = "";

    /// <summary>Code of a first-level place; empty for the whole country.</summary>
    public string RegionCode { get; private set; } = "";
    public int Year { get; private set; }
    public GoalKind Kind { get; private set; }

    /// <summary>Null: none is set (any more).</summary>
    public int? Count { get; private set; }
    public int Version { get; private set; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<GoalEntry> Entries => _entries;

    /// <summary>Null takes the goal away. False where it is that already.</summary>
    internal bool Set(int? count, string author, string? reason, DateTimeOffset now)
    {
        if (Count == count) return false;
        _entries.Add(new GoalEntry(Count, count, author, reason, now));
        Count = count;
        Version++;
        return true;
    }
}

/// <summary>One entry of a goal's history. Never changed once written.</summary>
public sealed class GoalEntry
{
    private GoalEntry() { }

    internal GoalEntry(int? before, int? after, string author, string? reason, DateTimeOffset at) => (Before, After, Author, Reason, At) = (before, after, author, reason, at);

    public long Id { get; private set; }
    public int? Before { get; private set; }
    public int? After { get; private set; }

    /// <summary>Staff id.</summary>
    public string Author { get; private set; } = "";
    public string? Reason { get; private set; }
    public DateTimeOffset At { get; private set; }
}
