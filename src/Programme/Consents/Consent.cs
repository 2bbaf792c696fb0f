namespace CoopAssistant.Programme.Consents;

/// <summary>What she was asked to agree to. Each is asked and kept apart.</summary>
public enum ConsentPurpose
{
    /// <summary>Keeping her data for the programme. Without it only menu and information are open.</summary>
    Registration = 1,

    /// <summary>Writing to her unasked on the channel she used.</summary>
    Contact = 2,
    AnonymousStatistics = 3,
    VoiceNotes = 4,
}

/// <summary>
/// One answer to a consent question, kept as evidence (Panama: Ley 81 de 2019; the same standard for every country).
/// Never changed: a withdrawal is another row.
/// </summary>
public sealed class Consent
{
    private Consent() { }

    public Consent(long contactId, ConsentPurpose purpose, bool isGranted, string textVersion, string channel, string language, DateTimeOffset at)
        => (ContactId, Purpose, IsGranted, TextVersion, Channel, Language, At) = (contactId, purpose, isGranted, textVersion, channel, language, at);

    public long Id { get; private set; }

    /// <summary>The contact (phone or browser) that answered; see Messaging.</summary>
    public long ContactId { get; private set; }
    public ConsentPurpose Purpose { get; private set; }
    public bool IsGranted { get; private set; }

    /// <summary>Version of the text she read, from the programme's pack.</summary>
    public string TextVersion { get; private set; } = "";
    public string Channel { get; private set; } = "";
    public string Language { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
