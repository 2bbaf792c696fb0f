using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>Stored as its number.</summary>
public enum RecipientState : byte { Waiting = 1, Said = 2, Skipped = 3 }

/// <summary>Why a woman does not get a broadcast. Stored as its number.</summary>
public enum Unreachable : byte
{
    None = 0,

    /// <summary>She did not agree to messages.</summary>
    NoConsent = 1,

    /// <summary>She wrote BAJA.</summary>
    OptedOut = 2,

    /// <summary>She has no chat with us. Counted only: nobody is written down for her.</summary>
    NoChat = 3,

    /// <summary>Free text, and WhatsApp's window is closed.</summary>
    WindowClosed = 4,

    /// <summary>Nothing reaches her number, and she has not written since.</summary>
    FailingNumber = 5,

    /// <summary>What the segment asks for is no longer so.</summary>
    LeftSegment = 6,
}

/// <summary>A phone or browser that gets a broadcast, once. Its message is saved with it: it is said, or it is not.</summary>
public sealed class BroadcastRecipient
{
    private BroadcastRecipient() { }

    public BroadcastRecipient(long broadcastId, long contactId) => (BroadcastId, ContactId, State) = (broadcastId, contactId, RecipientState.Waiting);

    public long BroadcastId { get; private set; }
    public long ContactId { get; private set; }

    /// <summary>Also the proof against two who say it at once.</summary>
    public RecipientState State { get; private set; }

    /// <summary>Why it was passed over; else None.</summary>
    public Unreachable Reason { get; private set; }
    public long? MessageId { get; private set; }

    /// <summary>What was said just now; not loaded otherwise.</summary>
    internal Message? Message { get; private set; }

    internal void Said(Message message) => (State, Message) = (RecipientState.Said, message);

    internal void Skip(Unreachable reason) => (State, Reason) = (RecipientState.Skipped, reason);
}
