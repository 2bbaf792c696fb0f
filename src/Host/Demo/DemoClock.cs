namespace CoopAssistant.Host.Demo;

/// <summary>Stands wherever the demo puts it, so that invented conversations lie in the past weeks.</summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
