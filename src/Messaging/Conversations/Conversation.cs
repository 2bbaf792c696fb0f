namespace CoopAssistant.Messaging.Conversations;

/// <summary>
/// The one conversation of a contact (same id). The everyday turn reads and writes this row by prepared statements;
/// staff's use cases change it through EF Core. Every writer raises <see cref="Version"/>, which keeps both honest.
/// </summary>
public sealed class Conversation
{
    private Conversation() { }

    /// <summary>The contact's id.</summary>
    public long Id { get; private set; }

    /// <summary>The bot's own state of the talk, UTF-8 JSON; opaque here.</summary>
    public byte[] State { get; private set; } = [];
    public long Version { get; private set; }

    /// <summary>Where replies go: the address of her last message, as it came.</summary>
    public string ReplyAddress { get; private set; } = "";

    /// <summary>When she last wrote; WhatsApp's 24-hour window counts from here.</summary>
    public DateTimeOffset LastInboundAt { get; private set; }

    /// <summary>Newest message of the thread; messages form a chain through <see cref="Message.PreviousId"/>. Null before the first.</summary>
    public long? LastMessageId { get; private set; }

    /// <summary>Staff hold the thread: the bot stays silent (emergency lines excepted).</summary>
    public bool IsHeld { get; private set; }

    /// <summary>She asked for no messages outside replies.</summary>
    public bool HasOptedOut { get; private set; }

    /// <summary>Messages wait for her to write again (24-hour window closed): her next turn releases them.</summary>
    public bool HasParked { get; private set; }

    /// <summary>What staff wait for from her, e.g. "missing:{registration id}"; the bot asks for it. Null when nothing.</summary>
    public string? AwaitedFromHer { get; private set; }
}
