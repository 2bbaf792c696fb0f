using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Outbox;

public enum RetryDeliveryResult
{
    /// <summary>It goes out as soon as it can; outside the 24-hour window it waits for her to write.</summary>
    Retried,

    /// <summary>There is no such message, or it has not failed (any more).</summary>
    NotFailed,
}

/// <summary>Staff let a failed message go out once more, after curing its cause. Twice is harmless.</summary>
public sealed class RetryDelivery(MessagingDb db, ProgrammeDb programme, OutboxSignal outbox)
{
    /// <param name="territory">A message to a woman outside is not found; null for everything.</param>
    public async Task<RetryDeliveryResult> Handle(long messageId, Territory? territory, CancellationToken cancel) =>
        await Again(db.Messages.Where(m => m.Id == messageId && m.Delivery == Delivery.Failed).Within(db, programme, territory), cancel) > 0 ? RetryDeliveryResult.Retried : RetryDeliveryResult.NotFailed;

    /// <summary>All messages that failed with this code, e.g. after a wrong sender was corrected. Returns how many.</summary>
    public Task<int> HandleAll(string errorCode, CancellationToken cancel) =>
        Again(db.Messages.Where(m => m.Delivery == Delivery.Failed && m.ErrorCode == errorCode), cancel);

    private async Task<int> Again(IQueryable<Message> failed, CancellationToken cancel)
    {
        var count = await failed.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Delivery, Delivery.Pending).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NotBefore, (DateTimeOffset?)null)
            .SetProperty(m => m.ProviderId, (string?)null).SetProperty(m => m.ErrorCode, (string?)null), cancel);
        if (count > 0) outbox.Wake();
        return count;
    }
}
