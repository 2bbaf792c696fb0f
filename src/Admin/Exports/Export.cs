namespace CoopAssistant.Admin.Exports;

public enum ExportState { Waiting, Running, Ready, Cancelled, Failed }

/// <summary>A long table on its way into a file: whose, how far, and where. Lives as long as this process.</summary>
public sealed class Export(string staff, string fileName, string contentType, string path, DateTimeOffset at)
{
    private readonly CancellationTokenSource _stop = new();
    private int _lines;
    private int _state;

    public Guid Id { get; } = Guid.CreateVersion7(at);

    /// <summary>Id of who asked for it; nobody else gets it.</summary>
    public string Staff { get; } = staff;
    public string FileName { get; } = fileName;
    public string ContentType { get; } = contentType;
    public string Path { get; } = path;
    public DateTimeOffset At { get; } = at;

    /// <summary>Lines to come; null before they are counted.</summary>
    public int? Expected { get; private set; }
    public int Lines => Volatile.Read(ref _lines);
    public ExportState State => (ExportState)Volatile.Read(ref _state);
    public bool IsOver => State is ExportState.Ready or ExportState.Cancelled or ExportState.Failed;
    public CancellationToken Stopped => _stop.Token;

    public void Expect(int lines) => Expected = lines;

    public void Cancel()
    {
        Interlocked.CompareExchange(ref _state, (int)ExportState.Cancelled, (int)ExportState.Waiting);
        _stop.Cancel();
    }

    /// <summary>False where it was cancelled before its turn came.</summary>
    public bool Begin() => Interlocked.CompareExchange(ref _state, (int)ExportState.Running, (int)ExportState.Waiting) == (int)ExportState.Waiting;

    public void End(ExportState state) => Volatile.Write(ref _state, (int)state);

    /// <summary>The same lines, counted as they pass.</summary>
    public async IAsyncEnumerable<T> Counted<T>(IAsyncEnumerable<T> lines)
    {
        await foreach (var line in lines)
        {
            Interlocked.Increment(ref _lines);
            yield return line;
        }
    }
}
