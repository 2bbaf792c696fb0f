namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>What happened to a referral. Stored as its number.</summary>
public enum ReferralEntryKind
{
    Referred = 0,
    Agreed = 1,
    Refused = 2,
    ConsentWithdrawn = 3,
    Accepted = 4,
    Rejected = 5,
    Reported = 6,
    Finished = 7,
    Cancelled = 8,
}

/// <summary>One entry of a referral's history. Never changed once written.</summary>
public sealed class ReferralEntry
{
    public const int Longest = 1000;

    private ReferralEntry() { }

    internal ReferralEntry(ReferralEntryKind kind, ParticipantId? participant, string author, string? text, DateTimeOffset at) => (Kind, ParticipantId, Author, Text, At) = (kind, participant, author, text, at);

    public long Id { get; private set; }
    public ReferralEntryKind Kind { get; private set; }

    /// <summary>Whom it is about; null for the whole referral.</summary>
    public ParticipantId? ParticipantId { get; private set; }

    /// <summary>Staff id (of the ministry or the institution), or <see cref="Registrations.RegistrationStep.Herself"/>.</summary>
    public string Author { get; private set; } = "";

    /// <summary>The reason or the report.</summary>
    public string? Text { get; private set; }
    public DateTimeOffset At { get; private set; }
}
