using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Benchmarks.Servers;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>A running server, the crowd that talks with it and the connections they talk on; measured in slices of time.</summary>
internal sealed class Loaded : IAsyncDisposable
{
    /// <summary>How long each is loaded before it is another's turn: the machine's own speed changes in minutes, and hits all alike.</summary>
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1);

    private readonly ServerProcess _server;
    private readonly Connection[] _open;
    private readonly Latencies _latencies = new();
    private TimeSpan _talked, _cpu;
    private long _allocated, _workingSet;

    private Loaded(ServerProcess server, Crowd crowd, Connection[] open) => (_server, Crowd, _open) = (server, crowd, open);

    public Crowd Crowd { get; }

    public Round Round => new(
        _latencies.Count / _talked.TotalSeconds, _latencies.Milliseconds(0.5), _latencies.Milliseconds(0.99), _cpu.TotalMicroseconds / _latencies.Count,
        _allocated / 1024.0 / _latencies.Count, _workingSet / 1048576.0);

    /// <param name="server">Ends with this.</param>
    public static async Task<Loaded> Start(ServerProcess server, Crowd crowd, int connections) =>
        new(server, crowd, await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Connection.Open(server.Port))));

    /// <summary>Starts a contestant's server for a crowd of phones.</summary>
    public static async Task<Loaded> Phones(Contestant contestant, Dialogue dialogue, Func<Woman> next, int connections = 64)
    {
        var server = await contestant.StartReady();
        return await Start(server, new Crowd(dialogue, next, Round.ByWebhook(server, dialogue)), connections);
    }

    /// <summary>Warms all up at once, then loads them in turns, slice by slice, until each has had its time.</summary>
    public static async Task InTurns(RunOptions options, params Loaded[] all)
    {
        await Task.WhenAll(all.Select(one => one.WarmUp(options.WarmUp)));
        for (var left = options.Time; left > TimeSpan.Zero; left -= Slice)
            foreach (var one in all) await one.Measure(left < Slice ? left : Slice);
    }

    public Task WarmUp(TimeSpan time) => Crowd.Talk(_open, time, new Latencies());

    /// <summary>Adds what this time brings to what was measured before.</summary>
    public async Task Measure(TimeSpan time, long atMostTurns = long.MaxValue)
    {
        var before = await _server.Read();
        _talked += await Crowd.Talk(_open, time, _latencies, atMostTurns);
        var after = await _server.Read();
        (_cpu, _allocated, _workingSet) = (_cpu + after.Cpu - before.Cpu, _allocated + after.Allocated - before.Allocated, after.WorkingSet);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _open) connection.Dispose();
        await _server.DisposeAsync();
    }
}
