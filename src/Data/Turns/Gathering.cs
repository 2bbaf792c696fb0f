namespace CoopAssistant.Data.Turns;

/// <summary>
/// Hands on together what has gathered while the one before was at work, on a thread of its own, which the work may block. In the thread
/// pool it would stand in line behind every request that waits. Alone, nobody waits for others.
/// </summary>
internal sealed class Gathering<T> : IAsyncDisposable
{
    private const int Most = 256;

    private readonly Queue<T> _waiting = new();
    private readonly Action<List<T>> _work;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isAwaited, _isClosed;

    /// <param name="work">Must not throw. May be given none, after <see cref="Wake"/>.</param>
    public Gathering(string name, Action<List<T>> work)
    {
        _work = work;
        new Thread(Loop) { IsBackground = true, Name = name }.Start();
    }

    public void Add(T one)
    {
        lock (_waiting)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _waiting.Enqueue(one);
            if (_waiting.Count == 1) Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Has the work called soon, also where nothing waits.</summary>
    public void Wake()
    {
        lock (_waiting)
        {
            _isAwaited = true;
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Hands on what still waits, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_waiting)
        {
            _isClosed = true;
            Monitor.Pulse(_waiting);
        }
        await _ended.Task;
    }

    private void Loop()
    {
        var group = new List<T>(Most);
        while (Gather(group)) _work(group);
        _ended.SetResult();
    }

    /// <summary>False when there will be no more.</summary>
    private bool Gather(List<T> group)
    {
        group.Clear();
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_isClosed && !_isAwaited) Monitor.Wait(_waiting);
            _isAwaited = false;
            while (group.Count < Most && _waiting.TryDequeue(out var one)) group.Add(one);
            return group.Count > 0 || !_isClosed;
        }
    }
}
