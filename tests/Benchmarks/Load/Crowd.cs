using System.Diagnostics;

namespace CoopAssistant.Benchmarks.Load;

/// <summary>
/// Many women at once over few connections: each connection goes round its own women, one message each, so that no woman has two
/// on their way and neighbours in time are far apart on the disk. Who has ended her dialogue makes room for the next.
/// </summary>
/// <param name="next">The next woman; null when there are no more.</param>
internal sealed class Crowd(Dialogue dialogue, Func<Woman?> next, Func<Connection, Woman, ValueTask> say)
{
    /// <summary>In the midst of their dialogues at any time.</summary>
    public const int AtOnce = 256;

    private readonly List<Woman> _all = [];
    private readonly List<Woman[]> _rounds = [];

    /// <summary>Everybody who said something, also in a warm-up.</summary>
    public IReadOnlyList<Woman> All => _all;

    public Dialogue Dialogue => dialogue;

    /// <summary>Talks for a while, then lets what is on its way arrive. Goes on where the last call ended.</summary>
    /// <returns>How long it took.</returns>
    public async Task<TimeSpan> Talk(Connection[] connections, TimeSpan time, Latencies latencies, long atMostTurns = long.MaxValue)
    {
        while (_rounds.Count < connections.Length) _rounds.Add([.. Enumerable.Range(0, Math.Max(1, AtOnce / connections.Length)).Select(_ => Next()).OfType<Woman>()]);
        var clock = Stopwatch.StartNew();
        var left = new Budget(atMostTurns);
        await Task.WhenAll(connections.Select((connection, i) => Go(connection, _rounds[i], clock, time, latencies, left)));
        return clock.Elapsed;
    }

    private async Task Go(Connection connection, Woman[] women, Stopwatch clock, TimeSpan time, Latencies latencies, Budget left)
    {
        for (var i = 0; clock.Elapsed < time && left.Take(); i = (i + 1) % women.Length)
        {
            if (women[i].Acknowledged == dialogue.Length) women[i] = Next() ?? women[i];
            if (women[i].Acknowledged == dialogue.Length) return;
            var begun = Stopwatch.GetTimestamp();
            await say(connection, women[i]);
            latencies.Add(Stopwatch.GetTimestamp() - begun);
            women[i].Acknowledged++;
        }
    }

    private Woman? Next()
    {
        lock (_all)
        {
            var woman = next();
            if (woman is not null) _all.Add(woman);
            return woman;
        }
    }

    private sealed class Budget(long turns)
    {
        private long _left = turns;

        public bool Take() => Interlocked.Decrement(ref _left) >= 0;
    }
}
