using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CoopAssistant.Bot.WebChat;

/// <summary>
/// Slows whoever asks too much, instead of refusing: a burst passes, what comes faster for long waits its turn. Only
/// someone who would wait longer than <see cref="LongestWait"/> is refused. Direct Line clients never repeat a refused message.
/// </summary>
internal sealed class FloodGate(int perSecond, int burst, TimeProvider clock)
{
    /// <summary>Well under the 20 s after which clients give up.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private const int ManyCallers = 20_000;
    private readonly ConcurrentDictionary<string, Caller> callers = new(StringComparer.Ordinal);

    /// <summary>Returns when the caller may go on; false where the caller floods beyond all patience.</summary>
    public async ValueTask<bool> Enter(string caller, CancellationToken cancel)
    {
        if (perSecond == 0) return true;
        if (callers.Count > ManyCallers) Forget();
        var wait = callers.GetOrAdd(caller, static _ => new Caller()).Book(clock.GetTimestamp(), clock.TimestampFrequency, perSecond, burst);
        if (wait == TimeSpan.Zero) return true;
        if (wait > LongestWait) return false;
        await Task.Delay(wait, clock, cancel);
        return true;
    }

    /// <summary>Who is calling: the address, or the /64 network where it is IPv6, since one subscriber has all of that.</summary>
    public static string CallerOf(IPAddress? address)
    {
        if (address is null) return "unknown";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }

    private void Forget()
    {
        var now = clock.GetTimestamp();
        foreach (var (key, caller) in callers)
            if (caller.IsIdle(now)) callers.TryRemove(key, out _);
    }

    private sealed class Caller
    {
        private readonly Lock gate = new();

        /// <summary>Timestamp at which all that was booked will have been worked off.</summary>
        private long workedOff;

        public TimeSpan Book(long now, long frequency, int perSecond, int burst)
        {
            lock (gate)
            {
                var each = frequency / perSecond;
                var from = Math.Max(workedOff, now);
                var ticks = from - now - (burst - 1) * each;
                var wait = ticks <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)ticks / frequency);
                if (wait <= LongestWait) workedOff = from + each;
                return wait;
            }
        }

        public bool IsIdle(long now)
        {
            lock (gate) return workedOff <= now;
        }
    }
}
