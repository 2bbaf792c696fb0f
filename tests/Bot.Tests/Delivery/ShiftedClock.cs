namespace CoopAssistant.Bot.Tests.Delivery;

/// <summary>Real time that can be moved on: waits stay real and short, what is due after hours is due at once.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private long shift;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref shift));

    public void Skip(TimeSpan time) => Interlocked.Add(ref shift, time.Ticks);
}
