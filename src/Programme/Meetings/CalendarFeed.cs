namespace CoopAssistant.Programme.Meetings;

/// <summary>A member of staff reads the meetings of her or his territory in a calendar of her or his own. One each; only the secret's hash is kept.</summary>
public sealed class CalendarFeed
{
    private CalendarFeed() { }

    internal CalendarFeed(string staff, string secretHash, DateTimeOffset now) => (Staff, SecretHash, CreatedAt) = (staff, secretHash, now);

    /// <summary>Staff id.</summary>
    public string Staff { get; private set; } = "";

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public string SecretHash { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    internal void Renew(string secretHash, DateTimeOffset now) => (SecretHash, CreatedAt) = (secretHash, now);
}
