using System.Collections.Concurrent;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>
/// What became of broadcasts to very many, as it was counted last: whether a woman answered is known from her conversation alone, and hundreds of thousands of these are
/// not gone through while a page waits. Who asks is told what is kept; what was asked for is counted anew behind, a quarter of a minute old or more. Each process counts for itself.
/// </summary>
public sealed class KeptResults(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Up to here a page counts for itself, and sees everything as it is.</summary>
    private const int Few = 20_000;

    /// <summary>Newer ones are counted before anybody asks.</summary>
    private static readonly TimeSpan Recent = TimeSpan.FromDays(60);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<long, Counted> _counted = [];
    private readonly ConcurrentDictionary<long, bool> _asked = [];

    internal sealed record Counted(IReadOnlyDictionary<BroadcastOutcome, int> Counts, DateTimeOffset At, TimeSpan Took)
    {
        /// <summary>Those who waited when it was counted do not any more where it was stopped since.</summary>
        public IReadOnlyDictionary<BroadcastOutcome, int> Of(Broadcast broadcast) =>
            broadcast.State == BroadcastState.Cancelled && Counts.TryGetValue(BroadcastOutcome.Waiting, out var left)
                ? Counts.Where(one => one.Key is not (BroadcastOutcome.Waiting or BroadcastOutcome.NotSaid)).Append(new(BroadcastOutcome.NotSaid, left + Counts.GetValueOrDefault(BroadcastOutcome.NotSaid))).ToDictionary()
                : Counts;
    }

    internal static bool Keeps(Broadcast broadcast) => broadcast.Confirmed > Few;

    /// <summary>Counted by who asks where it never was.</summary>
    internal async Task<Counted> Of(Broadcast broadcast, Func<CancellationToken, Task<IReadOnlyDictionary<BroadcastOutcome, int>>> count, CancellationToken cancel)
    {
        if (!_counted.TryGetValue(broadcast.Id, out var counted)) return await Count(broadcast.Id, count, cancel);
        _asked[broadcast.Id] = true;
        return counted;
    }

    /// <summary>For the background: those asked for since they were counted, and new ones. Counting takes a sixtieth of a core at most for each.</summary>
    public async Task WhenOld(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var (db, read, since) = (scope.ServiceProvider.GetRequiredService<MessagingDb>(), scope.ServiceProvider.GetRequiredService<ReadBroadcast>(), now - Recent);
        var newer = await db.Broadcasts.Where(b => b.Confirmed > Few && b.ConfirmedAt > since).Select(b => b.Id).ToListAsync(cancel);
        foreach (var id in newer.Where(id => !_counted.ContainsKey(id)).Concat(_asked.Keys.Where(id => IsOld(id, now))).ToList())
            if (await read.Alone(id, null, cancel) is { } broadcast)
                await Count(id, cancel => read.Count(broadcast, cancel), cancel);
    }

    private bool IsOld(long id, DateTimeOffset now) => !_counted.TryGetValue(id, out var counted) || now - counted.At >= CountingPause.After(counted.Took, Pause);

    private async Task<Counted> Count(long id, Func<CancellationToken, Task<IReadOnlyDictionary<BroadcastOutcome, int>>> count, CancellationToken cancel)
    {
        var (now, began) = (clock.GetUtcNow(), clock.GetTimestamp());
        _asked.TryRemove(id, out _); // who asks from now on may want to know what this count does not see
        var counts = await count(cancel);
        return _counted[id] = new(counts, now, clock.GetElapsedTime(began));
    }
}
