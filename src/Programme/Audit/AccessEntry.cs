namespace CoopAssistant.Programme.Audit;

/// <summary>One look at personal data that is masked by default: who saw whose, and when. Rows are added, never changed or removed.</summary>
public sealed class AccessEntry
{
    private AccessEntry() { }

    internal AccessEntry(string staff, RegistrationId registration, string what, DateTimeOffset at) =>
        (Staff, RegistrationId, What, At) = (staff, registration, what, at);

    public long Id { get; private set; }

    /// <summary>Staff id.</summary>
    public string Staff { get; private set; } = "";
    public RegistrationId RegistrationId { get; private set; }

    /// <summary>What was uncovered: a word such as "documento", never its value.</summary>
    public string What { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
