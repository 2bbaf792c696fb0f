using CoopAssistant.Messaging.Outbox;

namespace CoopAssistant.Bot.Deliveries;

/// <summary>
/// How fast this process may send: so many a second, slower after "too many requests", not at all while credentials are wrong; and to one
/// woman at most a burst of 45, then one in six seconds (protocol A9). Used by one worker, and by its sends as they end.
/// </summary>
internal sealed class SendingPace(int perSecond, TimeProvider clock, Random chance)
{
    private const double Burst = 45;
    private static readonly TimeSpan PairInterval = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan LongestBackOff = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestObeyed = TimeSpan.FromHours(1);

    /// <summary>Wrong credentials: somebody has to mend them, so one message asks again only rarely.</summary>
    private static readonly TimeSpan Halt = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly Dictionary<long, (double Left, DateTimeOffset At)> pairs = [];
    private readonly double room = Math.Max(1, perSecond / 4.0);
    private double tokens = Math.Max(1, perSecond / 4.0);
    private DateTimeOffset filledAt = clock.GetUtcNow();
    private DateTimeOffset pausedUntil;
    private int refusedInARow;

    /// <summary>How many may go now; 0 with the time to wait. After a refusal they go one by one until one is accepted.</summary>
    public int Available(int onTheirWay, out TimeSpan wait)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            tokens = Math.Min(room, tokens + ((now - filledAt).TotalSeconds * perSecond));
            filledAt = now;
            wait = pausedUntil - now;
            if (wait > TimeSpan.Zero) return 0;
            wait = TimeSpan.FromSeconds(Math.Max(0, 1 - tokens) / perSecond);
            return (int)Math.Min(tokens, refusedInARow > 0 ? 1 - Math.Min(onTheirWay, 1) : int.MaxValue);
        }
    }

    public void Sends(long conversation)
    {
        lock (gate)
        {
            tokens--;
            var now = clock.GetUtcNow();
            pairs[conversation] = (LeftAt(conversation, now) - 1, now);
            if (pairs.Count > 10_000) foreach (var old in pairs.Keys.Where(c => LeftAt(c, now) >= Burst).ToList()) pairs.Remove(old);
        }
    }

    /// <summary>Conversations that have used up their burst.</summary>
    public IReadOnlySet<long> Resting()
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            return pairs.Keys.Where(c => LeftAt(c, now) < 1).ToHashSet();
        }
    }

    /// <summary>Learns from an outcome, and says how long its message has to wait where it was not processed.</summary>
    public SendOutcome Learn(SendOutcome outcome, string wrongCredentials)
    {
        lock (gate)
        {
            if (outcome is not SendOutcome.NotProcessed refused)
            {
                if (outcome is SendOutcome.Accepted) refusedInARow = 0;
                return outcome;
            }

            refusedInARow = Math.Min(refusedInARow + 1, 20);
            var backOff = TimeSpan.FromSeconds(Math.Min(LongestBackOff.TotalSeconds, 0.5 * Math.Pow(2, refusedInARow)) * (0.5 + (chance.NextDouble() / 2)));
            var asked = refused.RetryAfter > LongestObeyed ? LongestObeyed : refused.RetryAfter;
            var pause = refused.Code == wrongCredentials ? Halt : asked > backOff ? asked : backOff;
            var until = clock.GetUtcNow() + pause;
            if (until > pausedUntil) pausedUntil = until;
            return refused with { RetryAfter = pause };
        }
    }

    private double LeftAt(long conversation, DateTimeOffset now) =>
        pairs.TryGetValue(conversation, out var pair) ? Math.Min(Burst, pair.Left + ((now - pair.At) / PairInterval)) : Burst;
}
