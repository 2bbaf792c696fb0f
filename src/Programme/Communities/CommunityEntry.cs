namespace CoopAssistant.Programme.Communities;

public enum CommunityEntryKind
{
    Identified = 0,
    Moved = 1,
    Prioritised = 2,
    Studied = 3,

    /// <summary>Of older histories, as the next: visits are meetings.</summary>
    VisitPlanned = 4,
    Visited = 5,
}

/// <summary>One entry of a community's history. Never changed once written.</summary>
public sealed class CommunityEntry
{
    private CommunityEntry() { }

    internal CommunityEntry(CommunityEntryKind kind, CommunityTrigger? trigger, string author, string? detail, DateTimeOffset at) =>
        (Kind, Trigger, Author, Detail, At) = (kind, trigger, author, detail, at);

    public long Id { get; private set; }
    public CommunityEntryKind Kind { get; private set; }

    /// <summary>For <see cref="CommunityEntryKind.Moved"/>.</summary>
    public CommunityTrigger? Trigger { get; private set; }

    /// <summary>Staff id.</summary>
    public string Author { get; private set; } = "";
    public string? Detail { get; private set; }
    public DateTimeOffset At { get; private set; }
}
