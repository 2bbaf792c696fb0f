namespace CoopAssistant.Messaging.Inbox;

/// <summary>A woman asked for a person. While it is open and held, staff speak and the bot is silent.</summary>
public sealed class Ticket
{
    private Ticket() { }

    public long Id { get; private set; }
    public long ConversationId { get; private set; }

    /// <summary>Why: "persona", "bloqueo" (failed proofs), "violencia" (she asked to be called), "error" (a turn broke).</summary>
    public string Reason { get; private set; } = "";
    public string? Country { get; private set; }
    public string? AssignedTo { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When she last wrote while it was open and nobody had answered since; null when answered.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int Version { get; private set; }

    public bool IsOpen => ClosedAt is null;

    public static Ticket Open(long conversationId, string reason, string? country, DateTimeOffset now) => new()
    {
        ConversationId = conversationId, Reason = reason, Country = country, OpenedAt = now, WaitingSince = now,
    };

    public void Assign(string staff) { AssignedTo = staff; Version++; }

    public void Answered() { WaitingSince = null; Version++; }

    public void Close(DateTimeOffset now) { ClosedAt ??= now; WaitingSince = null; Version++; }
}
