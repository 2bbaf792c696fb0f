using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>How far a broadcast is. Stored as its number.</summary>
public enum BroadcastState : byte
{
    Draft = 1,

    /// <summary>Confirmed; who gets it is being written down.</summary>
    Preparing = 2,
    Sending = 3,
    Paused = 4,
    Cancelled = 5,
    Finished = 6,
}

/// <summary>
/// One message to many women. Who gets it is written down once it is confirmed, in chunks by contact; then it is said to a few at a time,
/// so that no conversation waits behind it. Pausing and stopping act between those few. Every change raises the version.
/// </summary>
public sealed class Broadcast : IInTerritory
{
    public const int LongestTitle = 80;

    private Broadcast() { }

    public long Id { get; private set; }
    public string Title { get; private set; } = "";
    public string Country { get; private set; } = "";
    public string? RegionCode { get; private set; }
    public string? PlaceCode { get; private set; }

    /// <summary>See <see cref="BroadcastSegment"/> and <see cref="BroadcastMessage"/>.</summary>
    public string SegmentJson { get; private set; } = "";
    public string TextsJson { get; private set; } = "[]";
    public string VariablesJson { get; private set; } = "[]";

    /// <summary>The broadcast whose unreached women this one is for; null for a segment.</summary>
    public long? RepeatsId { get; private set; }
    public BroadcastState State { get; private set; }

    /// <summary>Women a minute.</summary>
    public int PerMinute { get; private set; }

    /// <summary>The last contact that was written down; all up to it are.</summary>
    public long PreparedUpTo { get; private set; }
    public bool IsPrepared { get; private set; }

    /// <summary>When the next few may be said; null before the first.</summary>
    public DateTimeOffset? NextBatchAt { get; private set; }

    /// <summary>How many phones and browsers were confirmed; null before.</summary>
    public int? Confirmed { get; private set; }

    /// <summary>What it was reckoned to cost, in millionths of the currency; null where no price was set.</summary>
    public long? EstimateMicros { get; private set; }
    public string? Currency { get; private set; }
    public string Author { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When it was finished or stopped; null before.</summary>
    public DateTimeOffset? EndedAt { get; private set; }
    public int Version { get; private set; }

    public BroadcastSegment Segment => BroadcastSegment.FromJson(SegmentJson);
    public BroadcastMessage Message => BroadcastMessage.FromJson(TextsJson, VariablesJson);
    public bool IsActive => State is BroadcastState.Preparing or BroadcastState.Sending;

    public static Broadcast Draft(string title, BroadcastSegment segment, BroadcastMessage message, string author, DateTimeOffset now, long? repeats = null)
    {
        var broadcast = new Broadcast { State = BroadcastState.Draft, Author = author, CreatedAt = now, RepeatsId = repeats };
        broadcast.Take(title, segment, message);
        return broadcast;
    }

    /// <summary>False where it is no draft any more.</summary>
    public bool Rewrite(string title, BroadcastSegment segment, BroadcastMessage message)
    {
        if (State != BroadcastState.Draft) return false;
        Take(title, segment, message);
        return Changed();
    }

    /// <param name="count">Phones and browsers that who confirms has seen and repeated.</param>
    public bool Confirm(int count, int perMinute, (long Micros, string Currency)? estimate, DateTimeOffset now)
    {
        if (State != BroadcastState.Draft) return false;
        (State, Confirmed, PerMinute, ConfirmedAt) = (BroadcastState.Preparing, count, perMinute, now);
        (EstimateMicros, Currency) = (estimate?.Micros, estimate?.Currency);
        return Changed();
    }

    public bool Pause() => IsActive && To(BroadcastState.Paused);

    public bool Resume() => State == BroadcastState.Paused && To(IsPrepared ? BroadcastState.Sending : BroadcastState.Preparing);

    /// <summary>Nobody else gets it. Those who wait are not reached.</summary>
    public bool Cancel(DateTimeOffset now)
    {
        if (State is not (BroadcastState.Preparing or BroadcastState.Sending or BroadcastState.Paused)) return false;
        EndedAt = now;
        return To(BroadcastState.Cancelled);
    }

    /// <summary>A chunk of who gets it is written down.</summary>
    internal void Prepared(long upTo, bool isLast)
    {
        PreparedUpTo = Math.Max(PreparedUpTo, upTo);
        if (isLast) (IsPrepared, State) = (true, BroadcastState.Sending);
        Version++;
    }

    /// <summary>One process takes the next few.</summary>
    internal void TakeBatch(DateTimeOffset nextAt)
    {
        NextBatchAt = nextAt;
        Version++;
    }

    internal void Finish(DateTimeOffset now)
    {
        EndedAt = now;
        To(BroadcastState.Finished);
    }

    private bool To(BroadcastState state)
    {
        State = state;
        return Changed();
    }

    private bool Changed()
    {
        Version++;
        return true;
    }

    private void Take(string title, BroadcastSegment segment, BroadcastMessage message)
    {
        (Title, SegmentJson, TextsJson, VariablesJson) = (title, segment.ToJson(), message.TextsJson(), message.VariablesJson());
        (Country, PlaceCode) = (segment.Country, segment.Regions.Count == 0 && segment.Places.Count > 0 ? segment.Places[0] : null);
        RegionCode = segment.Regions.Count > 0 ? segment.Regions[0] : null;
    }
}
