using System.Diagnostics;

namespace CoopAssistant.Benchmarks.Load;

/// <summary>How long each turn took, all of them kept.</summary>
internal sealed class Latencies
{
    private readonly List<long> _ticks = new(200_000);
    private readonly Lock _gate = new();
    private bool _isSorted;

    public int Count => _ticks.Count;

    public void Add(long ticks)
    {
        lock (_gate) _ticks.Add(ticks);
    }

    /// <param name="share">0.99 for the 99th percentile.</param>
    public double Milliseconds(double share)
    {
        if (_ticks.Count == 0) return 0;
        if (!_isSorted) _ticks.Sort();
        _isSorted = true;
        return _ticks[(int)(share * (_ticks.Count - 1))] * 1000.0 / Stopwatch.Frequency;
    }
}
