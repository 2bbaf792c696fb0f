namespace CoopAssistant.Programme.Registrations.Corrections;

/// <summary>Staff put one answer of a registration right. Rows are added, never changed: they are its history.</summary>
public sealed class AnswerCorrection
{
    public const int LongestReason = 500;

    private AnswerCorrection() { }

    internal AnswerCorrection(RegistrationId registration, string question, string label, string? before, string? after, string reason, string author, DateTimeOffset at) =>
        (RegistrationId, Question, Label, Before, After, Reason, Author, At) = (registration, question, label, before, after, reason, author, at);

    public long Id { get; private set; }
    public RegistrationId RegistrationId { get; private set; }

    /// <summary>Id of the question.</summary>
    public string Question { get; private set; } = "";

    /// <summary>The question's short name at the time.</summary>
    public string Label { get; private set; } = "";

    /// <summary>As people read it; null where there was none. Personal answers stand here in full: they are masked like the answer itself.</summary>
    public string? Before { get; private set; }

    /// <summary>Null where the question no longer applies.</summary>
    public string? After { get; private set; }
    public string Reason { get; private set; } = "";

    /// <summary>Staff id.</summary>
    public string Author { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
