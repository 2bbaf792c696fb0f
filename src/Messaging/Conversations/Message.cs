namespace CoopAssistant.Messaging.Conversations;

public enum MessageDirection : byte { Inbound = 1, Outbound = 2 }

/// <summary>Where an outbound message stands. Moves only forward; Failed is final.</summary>
public enum Delivery : byte
{
    /// <summary>Inbound, or a channel that needs no delivery (the web reads the thread).</summary>
    None = 0,
    Pending = 1,

    /// <summary>Waits for her to open the 24-hour window again.</summary>
    Parked = 2,
    Sending = 3,

    /// <summary>The send's outcome is unknown (time-out, 5xx): look before sending again.</summary>
    Uncertain = 4,
    Queued = 5,
    Sent = 6,
    Delivered = 7,
    Read = 8,
    Failed = 9,
}

/// <summary>
/// One message of a thread, in or out. Outbound rows are the outbox. Appended in id order; the thread is a chain
/// through <see cref="PreviousId"/>, so that the everyday turn pays for no second index.
/// </summary>
public sealed class Message
{
    private Message() { }

    public long Id { get; private set; }
    public long ConversationId { get; private set; }
    public long? PreviousId { get; private set; }

    /// <summary>The message before, where both were said just now; lets EF Core find the ids. Not loaded otherwise.</summary>
    internal Message? Previous { get; private set; }
    public MessageDirection Direction { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>What goes beyond text as JSON: options offered, media, location, button. Null when just text.</summary>
    public string? Extras { get; private set; }

    /// <summary>Inbound: the provider's id of her message. Outbound: the provider's id once sent.</summary>
    public string? ProviderId { get; private set; }

    /// <summary>Staff member who wrote it; null for the bot and for her.</summary>
    public string? Author { get; private set; }
    public DateTimeOffset At { get; private set; }

    public Delivery Delivery { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Not to be sent before. Null: at once.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>Provider's error code of the last failure, e.g. 63016; null when none.</summary>
    public string? ErrorCode { get; private set; }

    /// <summary>The broadcast it belongs to; null for all else.</summary>
    public long? BroadcastId { get; private set; }

    internal static Message ToHer(Conversation conversation, OutgoingMessage message, string? author, Delivery delivery, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new Message
        {
            ConversationId = conversation.Id,
            PreviousId = conversation.LastMessageId,
            Previous = conversation.LastMessage,
            Direction = MessageDirection.Outbound,
            Text = message.Text,
            Extras = MessageExtras.Of(message),
            Author = author,
            At = now,
            Delivery = delivery,
            BroadcastId = message.BroadcastId,
        };
    }
}
