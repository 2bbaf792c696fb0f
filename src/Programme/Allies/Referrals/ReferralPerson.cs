using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>What she said about sharing her data. Stored as its number.</summary>
public enum SharingState
{
    Asked = 0,
    Agreed = 1,
    Refused = 2,

    /// <summary>She agreed, and took it back.</summary>
    Withdrawn = 3,

    /// <summary>The referral ended before she answered.</summary>
    Dropped = 4,
}

/// <summary>A woman whose data a referral would share: each consents for herself alone.</summary>
public sealed class ReferralPerson
{
    private ReferralPerson() { }

    internal ReferralPerson(ParticipantId participant, RegistrationId registration, DateTimeOffset now) => (ParticipantId, RegistrationId, AskedAt) = (participant, registration, now);

    public long Id { get; private set; }
    public ReferralId ReferralId { get; private set; }
    public ParticipantId ParticipantId { get; private set; }

    /// <summary>Whose answers are read.</summary>
    public RegistrationId RegistrationId { get; private set; }
    public SharingState Sharing { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The question went into her chat (or waits there); null where she could not be written to and staff call her.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    public void NoteTold(DateTimeOffset? at) => ToldAt = at;

    internal bool Say(SharingState said, DateTimeOffset now)
    {
        var isPermitted = (Sharing, said) is (SharingState.Asked, SharingState.Agreed or SharingState.Refused or SharingState.Dropped) or (SharingState.Agreed, SharingState.Withdrawn);
        if (isPermitted) (Sharing, AnsweredAt) = (said, now);
        return isPermitted;
    }
}

/// <summary>
/// One answer about sharing, kept as evidence: for which institution and which data (the referral's, which never change), in which text. Never
/// changed: a withdrawal is another row.
/// </summary>
public sealed class SharingConsent
{
    private SharingConsent() { }

    internal SharingConsent(ParticipantId participant, bool isGranted, ConsentGiven how, DateTimeOffset at) =>
        (ParticipantId, IsGranted, ContactId, TextVersion, Channel, Language, At, SignedOn, TakenBy, FormReference, RecordedBy) =
        (participant, isGranted, how.Contact, how.TextVersion, how.Channel, how.Language, at, how.Paper?.SignedOn, how.Paper?.TakenBy, how.Paper?.Reference, how.Paper?.RecordedBy);

    public long Id { get; private set; }
    public ParticipantId ParticipantId { get; private set; }
    public bool IsGranted { get; private set; }

    /// <summary>The phone or browser that answered; null where it was not said in a chat (she left the programme).</summary>
    public long? ContactId { get; private set; }

    /// <summary>Version of the text she read; empty where she read none.</summary>
    public string TextVersion { get; private set; } = "";
    public string Channel { get; private set; } = "";
    public string Language { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Day on which she signed; this and the next three are known of a form on paper alone.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>Name of who took the form from her.</summary>
    public string? TakenBy { get; private set; }

    /// <summary>By which the form is found again: its number, its folder.</summary>
    public string? FormReference { get; private set; }

    /// <summary>Staff id of who wrote it down here, at <see cref="At"/>.</summary>
    public string? RecordedBy { get; private set; }
}

/// <summary>Where and on which text she answered.</summary>
/// <param name="Channel">whatsapp, web, terminal; or why without a chat: registration, paper.</param>
public sealed record ConsentGiven(long? Contact, string TextVersion, string Channel, string Language)
{
    public const string OnPaper = "paper";

    /// <summary>The form she signed; null where she said it herself.</summary>
    public PaperForm? Paper { get; private init; }

    /// <summary>Who did it, for the history.</summary>
    internal string Author => Paper?.RecordedBy ?? RegistrationStep.Herself;

    /// <param name="language">BCP-47 tag of the form.</param>
    public static ConsentGiven By(PaperForm form, string language) => new(null, "", OnPaper, language) { Paper = form };

    /// <summary>Her registration was taken back or closed.</summary>
    public static ConsentGiven ByRegistration { get; } = new(null, "", "registration", "");
}
