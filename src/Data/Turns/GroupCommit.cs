using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Data.Turns;

/// <summary>Writes a group of turns in one transaction and leaves in each what came of it.</summary>
internal interface IGroupWriter : IAsyncDisposable
{
    /// <summary>Returns when what succeeded is on disk. Throws only where the whole group failed. Called on a thread of its own, which it may block.</summary>
    Task Write(IReadOnlyList<PendingTurn> group);

    /// <summary>Opens what writing needs, writes a turn and takes it back, on the same thread.</summary>
    void Rehearse(PendingTurn turn);
}

/// <summary>
/// The one committer of this process: writes what has gathered in one transaction, then acknowledges. Under load a commit's wait for the disk
/// is shared by many turns.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Gathering<PendingTurn> _gathering;
    private readonly IGroupWriter _writer;
    private readonly TurnChanges _changes;
    private PendingTurn? _rehearsed;

    public GroupCommit(IGroupWriter writer, TurnChanges changes)
    {
        (_writer, _changes) = (writer, changes);
        _gathering = new("Turn commits", Commit);
    }

    public void Rehearse(TurnCommit turn)
    {
        _rehearsed = new PendingTurn(turn, _changes);
        _gathering.Wake();
    }

    public Task<CommitResult> Enqueue(TurnCommit turn)
    {
        var pending = new PendingTurn(turn, _changes);
        _gathering.Add(pending);
        return pending.Done;
    }

    /// <summary>Writes what still waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gathering.DisposeAsync();
        await _writer.DisposeAsync();
    }

    private void Commit(List<PendingTurn> group)
    {
        if (Interlocked.Exchange(ref _rehearsed, null) is { } rehearsed) Rehearsed(rehearsed);
        if (group.Count > 0) Write(group);
        foreach (var turn in group) turn.Acknowledge();
    }

    private void Rehearsed(PendingTurn turn)
    {
        try
        {
            _writer.Rehearse(turn);
        }
#pragma warning disable CA1031 // what breaks here breaks the first turn too, and is said there
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private void Write(List<PendingTurn> group)
    {
        try
        {
            _writer.Write(group).GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // whatever it is, the turns' own callers get it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            foreach (var turn in group) turn.Failure = failure;
        }
    }
}
