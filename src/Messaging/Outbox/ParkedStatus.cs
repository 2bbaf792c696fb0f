using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Messaging.Outbox;

/// <summary>
/// A status that came before we knew the provider's id it speaks of (a callback can overtake the answer to the send). Applied when the
/// id is noted; forgotten after an hour, since other programs may send from the same number.
/// </summary>
public sealed class ParkedStatus
{
    private ParkedStatus() { }

    public ParkedStatus(StatusReport report, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(report);
        (ProviderId, Status, At) = (report.ProviderId, report.Status, at);
        ErrorCode = report.Refusal?.Code;
        Kind = report.Refusal?.Kind ?? RefusalKind.Permanent;
        DelaySeconds = string.Join(' ', report.Refusal?.Delays.Select(d => (long)d.TotalSeconds) ?? []);
    }

    public long Id { get; private set; }
    public string ProviderId { get; private set; } = "";
    public Delivery Status { get; private set; }
    public string? ErrorCode { get; private set; }
    public RefusalKind Kind { get; private set; }

    /// <summary>Blank-separated delays of a refusal that may be repeated.</summary>
    public string DelaySeconds { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>Null for a status that is no failure.</summary>
    internal Refusal? ToRefusal() => ErrorCode is null ? null : new Refusal(ErrorCode, Kind)
    {
        Delays = [.. DelaySeconds.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => TimeSpan.FromSeconds(long.Parse(s, System.Globalization.CultureInfo.InvariantCulture)))],
    };
}
