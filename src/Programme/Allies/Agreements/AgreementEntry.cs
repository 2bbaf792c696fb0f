namespace CoopAssistant.Programme.Allies.Agreements;

/// <summary>What happened to an agreement. Stored as its number.</summary>
public enum AgreementEntryKind
{
    Signed = 0,
    Changed = 1,
    Renewed = 2,
    Ended = 3,

    /// <summary>Somebody settled that it will not go on.</summary>
    NotRenewed = 4,
}

/// <summary>One entry of an agreement's history. Never changed once written.</summary>
public sealed class AgreementEntry
{
    public const int LongestReason = 500;

    private AgreementEntry() { }

    internal AgreementEntry(AgreementEntryKind kind, string? detail, string author, string? reason, DateTimeOffset at) => (Kind, Detail, Author, Reason, At) = (kind, detail, author, reason, at);

    public long Id { get; private set; }
    public AgreementEntryKind Kind { get; private set; }

    /// <summary>Of a renewal the last day before it, yyyy-MM-dd.</summary>
    public string? Detail { get; private set; }

    /// <summary>Staff id.</summary>
    public string Author { get; private set; } = "";
    public string? Reason { get; private set; }
    public DateTimeOffset At { get; private set; }
}
