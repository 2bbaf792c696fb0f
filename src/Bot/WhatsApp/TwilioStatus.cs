using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Outbox;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Twilio's words for how a message stands (protocol A7).</summary>
internal static class TwilioStatus
{
    /// <returns>Null for a word that says nothing about an outbound message, now or in future.</returns>
    public static StatusReport? Report(string sid, string status, string errorCode) => status switch
    {
        "queued" or "accepted" or "scheduled" or "sending" => new StatusReport(sid, Delivery.Queued, null),
        "sent" => new StatusReport(sid, Delivery.Sent, null),
        "delivered" => new StatusReport(sid, Delivery.Delivered, null),
        "read" => new StatusReport(sid, Delivery.Read, null),
        "failed" or "undelivered" or "canceled" => new StatusReport(sid, Delivery.Failed, TwilioErrors.Of(errorCode)),
        _ => null,
    };
}
