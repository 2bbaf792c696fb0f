using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Programme;
using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Messaging.Turns;

/// <summary>A conversation as the turn needs it. Version 0 and id 0: nobody wrote from this address before.</summary>
public sealed record StoredConversation(
    long Id, long Version, byte[] State, long? LastMessageId, bool IsHeld, bool HasOptedOut, bool HasParked, string? AwaitedFromHer)
{
    public static StoredConversation Unknown { get; } = new(0, 0, [], null, false, false, false, null);
    public bool IsNew => Version == 0;
}

/// <summary>
/// What one turn changes; written whole or not at all: state, her message, the replies as outbox rows, and the changes.
/// </summary>
public sealed record TurnCommit(InboundMessage Inbound, StoredConversation Before, byte[] State, IReadOnlyList<OutgoingMessage> Replies)
{
    /// <summary>Use cases to run in the same transaction; empty on the everyday turn, which then needs no EF Core.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];
    public bool IsHeld { get; init; }
    public bool HasOptedOut { get; init; }
    public string? AwaitedFromHer { get; init; }

    /// <summary>Her text must not be stored (violence): the inbound row is written with an empty text and nothing beyond it.</summary>
    public bool WithholdText { get; init; }

    /// <summary>
    /// An address of hers to link to the known contact; null on the everyday turn. On a first message both her addresses are
    /// linked without it. An address that belongs to somebody else stays there.
    /// </summary>
    public string? LinkAddress { get; init; }
}

/// <summary>
/// Something she did that is more than her place in the talk: a use case called inside the turn's transaction.
/// A turn may run again, so a change is made anew each time and acts only here.
/// </summary>
/// <param name="Apply">Gets services bound to the turn's transaction and the contact's id; null where <see cref="Statements"/> says it all.</param>
public sealed record Change(Func<IServiceProvider, long, CancellationToken, Task>? Apply)
{
    /// <summary>What every registration does is written with the turn's own rows, before the use cases: gets singletons and the contact's id.</summary>
    public Func<IServiceProvider, long, IReadOnlyList<PlainStatement>>? Statements { get; private init; }

    public static Change Written(Func<long, PlainStatement> row) => new(Apply: null) { Statements = (_, contactId) => [row(contactId)] };

    /// <typeparam name="TRows">A singleton that makes the statements.</typeparam>
    public static Change Written<TRows>(Func<TRows, long, IReadOnlyList<PlainStatement>> rows) where TRows : notnull =>
        new(Apply: null) { Statements = (services, contactId) => rows((TRows)services.GetService(typeof(TRows))!, contactId) };

    public static Change Of<TUseCase>(Func<TUseCase, long, CancellationToken, Task> call) where TUseCase : notnull =>
        new((services, contactId, cancel) => call((TUseCase)services.GetService(typeof(TUseCase))!, contactId, cancel));
}

public enum CommitOutcome
{
    Committed,

    /// <summary>Somebody else wrote this conversation meanwhile: load it and decide again.</summary>
    Conflict,
}

/// <param name="After">The conversation as it now stands, for the cache; null on conflict.</param>
/// <param name="InboundMessageId">Id of her message's row; 0 on conflict. The replies' ids follow in their order.</param>
public sealed record CommitResult(CommitOutcome Outcome, StoredConversation? After, long InboundMessageId)
{
    public static CommitResult Conflict { get; } = new(CommitOutcome.Conflict, null, 0);
}

/// <summary>Loads conversations, commits turns durably in groups, and reads what they said. One per database provider, without EF Core.</summary>
public interface ITurnStore
{
    /// <summary>Beside what the caller does, opens what writing needs, writes the turn and takes it back: the first that counts is then as quick as any.</summary>
    void Rehearse(TurnCommit turn) { }

    /// <summary>The conversation behind an address, or <see cref="StoredConversation.Unknown"/>.</summary>
    ValueTask<StoredConversation> Load(Channel channel, string address, CancellationToken cancel);

    /// <summary>Completes after the commit is on disk. Throws where this turn (not its group) could not be written.</summary>
    Task<CommitResult> Commit(TurnCommit turn, CancellationToken cancel);

    /// <summary>Messages of a conversation after <paramref name="afterId"/> (0 for all), oldest first; of more than <see cref="ThreadMessage.MostAtOnce"/> the newest. An open web chat asks after each turn.</summary>
    ValueTask<IReadOnlyList<ThreadMessage>> Since(long conversationId, long afterId, CancellationToken cancel);
}
