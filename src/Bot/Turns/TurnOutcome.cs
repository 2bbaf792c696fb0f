using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Bot.Turns;

public enum TurnResult
{
    /// <summary>Decided and stored; the replies may be none where staff hold the thread.</summary>
    Answered,

    /// <summary>This provider's id was seen before: nothing was changed.</summary>
    Duplicate,

    /// <summary>The turn broke on our side: her message is stored, she hears a calm sentence, staff see a ticket.</summary>
    Apologised,
}

/// <summary>What became of a message. Everything in it is on disk.</summary>
/// <param name="InboundMessageId">Id of her message's row, the replies' ids follow; 0 for a duplicate.</param>
public sealed record TurnOutcome(TurnResult Result, long ContactId, long InboundMessageId, IReadOnlyList<OutgoingMessage> Replies);
