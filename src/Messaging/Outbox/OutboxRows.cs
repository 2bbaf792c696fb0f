using CoopAssistant.Messaging.Conversations;

namespace CoopAssistant.Messaging.Outbox;

internal static class OutboxRows
{
    /// <summary>
    /// Rows whose delivery is not over. SQLite uses the partial index ix_messages_outbox only where a query repeats these four values, so
    /// narrower questions are asked on top of this one.
    /// </summary>
    public static IQueryable<Message> Unfinished(this IQueryable<Message> messages) =>
        messages.Where(m => m.Delivery == Delivery.Pending || m.Delivery == Delivery.Sending || m.Delivery == Delivery.Uncertain || m.Delivery == Delivery.Queued);
}
