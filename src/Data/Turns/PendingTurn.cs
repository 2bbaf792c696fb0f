using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;

namespace CoopAssistant.Data.Turns;

/// <summary>
/// A turn on its way to the disk, and what came of it. Nobody is told before the whole group is durable. What can be made ready is made ready here, on the
/// thread that decided the turn: there are many of these, and one that writes.
/// </summary>
internal sealed class PendingTurn(TurnCommit turn, TurnChanges changes)
{
    private readonly TaskCompletionSource<CommitResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IReadOnlyList<PlainStatement>? _statements = turn.Before.IsNew ? null : changes.Statements(turn, turn.Before.Id);

    public TurnCommit Turn { get; } = turn;

    /// <summary>Her text and what came with it, as they are stored.</summary>
    public string InboundText { get; } = turn.WithholdText ? "" : turn.Inbound.Text;
    public string? InboundExtras { get; } = turn.WithholdText ? null : MessageExtras.Of(turn.Inbound);

    /// <summary>Of each reply.</summary>
    public IReadOnlyList<string?> ReplyExtras { get; } = ExtrasOf(turn.Replies);

    public Task<CommitResult> Done => _done.Task;
    public CommitResult? Result { get; set; }
    public Exception? Failure { get; set; }

    /// <summary>What is written with the turn's own rows.</summary>
    public IReadOnlyList<PlainStatement> Statements(long contactId) => _statements ?? changes.Statements(Turn, contactId);

    public void Acknowledge()
    {
        if (Failure is not null) _done.TrySetException(Failure);
        else if (Result is not null) _done.TrySetResult(Result);
        else _done.TrySetException(new InvalidOperationException("The writer forgot this turn."));
    }

    private static string?[] ExtrasOf(IReadOnlyList<OutgoingMessage> replies)
    {
        var extras = new string?[replies.Count];
        for (var i = 0; i < extras.Length; i++) extras[i] = MessageExtras.Of(replies[i]);
        return extras;
    }
}
