using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Messaging.Outbox;

/// <summary>
/// A status that came before we knew the provider's id it speaks of (a callback can overtake the answer to the send). Applied when the
/// id is noted; forgotten after an hour, since other programs may send from the same number.
/// </summary>
public sealed class ParkedStatus
{
    private ParkedStatus() { }

    public ParkedStatus(string providerId, Delivery status, string? errorCode, DateTimeOffset at) =>
        (ProviderId, Status, ErrorCode, At) = (providerId, status, errorCode, at);

    public long Id { get; private set; }
    public string ProviderId { get; private set; } = "";
    public Delivery Status { get; private set; }
    public string? ErrorCode { get; private set; }
    public DateTimeOffset At { get; private set; }
}
