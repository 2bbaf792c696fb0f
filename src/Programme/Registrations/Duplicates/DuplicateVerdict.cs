namespace CoopAssistant.Programme.Registrations.Duplicates;

/// <summary>What staff decided of two registrations that look alike. One for each pair.</summary>
public sealed class DuplicateVerdict
{
    private DuplicateVerdict() { }

    internal DuplicateVerdict(RegistrationId one, RegistrationId other, RegistrationId? kept, string author, DateTimeOffset at)
    {
        (First, Second) = Pair(one, other);
        (Kept, Author, At) = (kept, author, at);
    }

    /// <summary>The smaller of the two ids.</summary>
    public RegistrationId First { get; private set; }
    public RegistrationId Second { get; private set; }

    /// <summary>The one that goes on for both; null where they are two women.</summary>
    public RegistrationId? Kept { get; private set; }

    /// <summary>Staff id.</summary>
    public string Author { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    internal static (RegistrationId First, RegistrationId Second) Pair(RegistrationId one, RegistrationId other) =>
        one.Value.CompareTo(other.Value) < 0 ? (one, other) : (other, one);
}
