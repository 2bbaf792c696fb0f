using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Bot.Turns;

/// <summary>
/// Leads one kind of talk. Decides only: returns what should be; writes nothing, sends nothing, and may run again for the same message.
/// </summary>
public interface IDialog
{
    /// <summary>Kept in the state, so it must not change between releases.</summary>
    string Name { get; }

    ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel);
}

/// <summary>Decides a whole turn: global words, emergencies, held threads, then the dialog she is in.</summary>
public interface IConductor
{
    ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel);
}

/// <summary>What a dialog may know of the turn.</summary>
/// <param name="State">Her place, as stored.</param>
/// <param name="Message">What she sent.</param>
/// <param name="Text">Her words trimmed; where she chose an offered option (by number, label or button), that option's value.</param>
/// <param name="ContactId">Her contact; 0 on her very first message.</param>
/// <param name="Now">The turn's time, UTC.</param>
public sealed record TurnContext(ConversationState State, InboundMessage Message, string Text, long ContactId, DateTimeOffset Now)
{
    /// <summary>True where <see cref="Text"/> came from an option we offered.</summary>
    public bool ChoseOption { get; init; }

    /// <summary>What staff wait for from her; see <see cref="Conversation.AwaitedFromHer"/>.</summary>
    public string? AwaitedFromHer { get; init; }
    public bool HasOptedOut { get; init; }

    /// <summary>Staff hold the thread.</summary>
    public bool IsHeld { get; init; }
}

/// <summary>What a turn leads to.</summary>
public sealed record Decision(ConversationState State, IReadOnlyList<OutgoingMessage> Replies)
{
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>Null: as before.</summary>
    public bool? HasOptedOut { get; init; }

    /// <summary>True: the thread goes to staff; false: back to the bot; null: as before.</summary>
    public bool? IsHeld { get; init; }

    /// <summary>What she was waited for has come (or is dropped).</summary>
    public bool ClearsAwaited { get; init; }

    /// <summary>Her text is not to be stored.</summary>
    public bool WithholdText { get; init; }

    /// <summary>Name of the dialog that goes on speaking in this same turn, from its start; null when the turn is over.</summary>
    public string? Then { get; init; }
}
