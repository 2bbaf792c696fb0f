using System.Threading.Channels;
using CoopAssistant.Messaging.Turns;

namespace CoopAssistant.Data.Turns;

/// <summary>Writes a group of turns in one transaction and leaves in each what came of it.</summary>
internal interface IGroupWriter : IAsyncDisposable
{
    /// <summary>Returns when what succeeded is on disk. Throws only where the whole group failed.</summary>
    Task Write(IReadOnlyList<PendingTurn> group);
}

/// <summary>
/// The one committer of this process: takes what has gathered, writes it in one transaction, then acknowledges. Under load a
/// commit's wait for the disk is shared by many turns; alone, a turn waits for nobody.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MostTurns = 256;

    private readonly Channel<PendingTurn> _waiting = Channel.CreateUnbounded<PendingTurn>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IGroupWriter _writer;
    private readonly Task _loop;

    public GroupCommit(IGroupWriter writer)
    {
        _writer = writer;
        _loop = Task.Run(Loop);
    }

    public Task<CommitResult> Enqueue(TurnCommit turn)
    {
        var pending = new PendingTurn(turn);
        return _waiting.Writer.TryWrite(pending) ? pending.Done : throw new ObjectDisposedException(nameof(GroupCommit));
    }

    /// <summary>Writes what still waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        await _writer.DisposeAsync();
    }

    private async Task Loop()
    {
        var group = new List<PendingTurn>(MostTurns);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MostTurns && _waiting.Reader.TryRead(out var turn)) group.Add(turn);
            await Write(group);
            foreach (var turn in group) turn.Acknowledge();
        }
    }

    private async Task Write(List<PendingTurn> group)
    {
        try
        {
            await _writer.Write(group);
        }
#pragma warning disable CA1031 // whatever it is, the turns' own callers get it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            foreach (var turn in group) turn.Failure = failure;
        }
    }
}
