using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Data.Turns;

/// <summary>A turn on its way to the disk, and what came of it. Nobody is told before the whole group is durable.</summary>
internal sealed class PendingTurn(TurnCommit turn)
{
    private readonly TaskCompletionSource<CommitResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TurnCommit Turn { get; } = turn;
    public Task<CommitResult> Done => _done.Task;
    public CommitResult? Result { get; set; }
    public Exception? Failure { get; set; }

    public void Acknowledge()
    {
        if (Failure is not null) _done.TrySetException(Failure);
        else if (Result is not null) _done.TrySetResult(Result);
        else _done.TrySetException(new InvalidOperationException("The writer forgot this turn."));
    }
}
