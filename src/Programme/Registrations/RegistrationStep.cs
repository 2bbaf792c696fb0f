namespace CoopAssistant.Programme.Registrations;

/// <summary>One entry of a registration's history. Never changed once written.</summary>
public sealed class RegistrationStep
{
    /// <summary>Author of what the woman did herself.</summary>
    public const string Herself = "ella";

    private RegistrationStep() { }

    internal RegistrationStep(RegistrationStatus from, RegistrationStatus to, RegistrationTrigger? trigger, string author, string? detail, DateTimeOffset at)
        => (From, To, Trigger, Author, Detail, At) = (from, to, trigger, author, detail, at);

    public long Id { get; private set; }
    public RegistrationStatus From { get; private set; }
    public RegistrationStatus To { get; private set; }

    /// <summary>Null for the submission.</summary>
    public RegistrationTrigger? Trigger { get; private set; }
    public string Author { get; private set; } = "";
    public string? Detail { get; private set; }
    public DateTimeOffset At { get; private set; }

    internal static RegistrationStep Submission(DateTimeOffset at) =>
        new(RegistrationStatus.Received, RegistrationStatus.Received, null, Herself, null, at);
}
