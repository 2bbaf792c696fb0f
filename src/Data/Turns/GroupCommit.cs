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
/// The one committer of this process: takes what has gathered, writes it in one transaction, then acknowledges. Under load a
/// commit's wait for the disk is shared by many turns; alone, a turn waits for nobody. It has a thread of its own: in the thread pool it
/// would stand in line behind every request that waits to be decided, and all would wait for the disk together.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MostTurns = 256;

    private readonly Queue<PendingTurn> _waiting = new();
    private readonly IGroupWriter _writer;
    private readonly TurnChanges _changes;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PendingTurn? _rehearsed;
    private bool _isClosed;

    public GroupCommit(IGroupWriter writer, TurnChanges changes)
    {
        (_writer, _changes) = (writer, changes);
        new Thread(Loop) { IsBackground = true, Name = "Turn commits" }.Start();
    }

    public void Rehearse(TurnCommit turn)
    {
        var pending = new PendingTurn(turn, _changes);
        lock (_waiting)
        {
            _rehearsed = pending;
            Monitor.Pulse(_waiting);
        }
    }

    public Task<CommitResult> Enqueue(TurnCommit turn)
    {
        var pending = new PendingTurn(turn, _changes);
        lock (_waiting)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _waiting.Enqueue(pending);
            if (_waiting.Count == 1) Monitor.Pulse(_waiting);
        }
        return pending.Done;
    }

    /// <summary>Writes what still waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_waiting)
        {
            _isClosed = true;
            Monitor.Pulse(_waiting);
        }
        await _ended.Task;
        await _writer.DisposeAsync();
    }

    private void Loop()
    {
        var group = new List<PendingTurn>(MostTurns);
        while (Gather(group))
        {
            if (Interlocked.Exchange(ref _rehearsed, null) is { } rehearsed) Rehearsed(rehearsed);
            if (group.Count > 0) Write(group);
            foreach (var turn in group) turn.Acknowledge();
        }
        _ended.SetResult();
    }

    /// <summary>Waits for turns and takes them; takes none where there is only one to rehearse. False when there will be no more.</summary>
    private bool Gather(List<PendingTurn> group)
    {
        group.Clear();
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_isClosed && _rehearsed is null) Monitor.Wait(_waiting);
            while (group.Count < MostTurns && _waiting.TryDequeue(out var turn)) group.Add(turn);
            return group.Count > 0 || !_isClosed;
        }
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
