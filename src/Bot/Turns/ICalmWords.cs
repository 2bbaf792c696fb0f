using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Bot.Turns;

/// <summary>What she hears when a turn broke on our side (wording key <c>error.calm</c>).</summary>
public interface ICalmWords
{
    /// <summary>Short and without internals; must not fail.</summary>
    OutgoingMessage Apology(ConversationState state);
}
