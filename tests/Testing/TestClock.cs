namespace CoopAssistant.Testing;

/// <summary>A clock that moves only when told. Timers run on real time.</summary>
public sealed class TestClock(DateTimeOffset? start = null) : TimeProvider
{
    private long _ticks = (start ?? new DateTimeOffset(2027, 3, 8, 9, 0, 0, TimeSpan.Zero)).UtcTicks;

    public DateTimeOffset Now => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
