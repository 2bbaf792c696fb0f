using System.Globalization;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Audit;
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

/// <summary>Staff let a failed message go out once more, after curing its cause; who did is written down with it. Twice is harmless.</summary>
public sealed class RetryDelivery(MessagingDb db, ProgrammeDb programme, OutboxSignal outbox, TimeProvider clock)
{
    /// <param name="author">Staff id.</param>
    /// <param name="territory">A message to a woman outside is not found; null for everything.</param>
    public async Task<RetryDeliveryResult> Handle(long messageId, string author, Territory? territory, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Written past the entity: the delivery worker does too, and a message has no version.
        var count = await db.Messages.Where(m => m.Id == messageId && m.Delivery == Delivery.Failed).Within(db, programme, territory).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Delivery, Delivery.Pending).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NotBefore, (DateTimeOffset?)null)
            .SetProperty(m => m.ProviderId, (string?)null).SetProperty(m => m.ErrorCode, (string?)null), cancel);
        if (count == 0) return RetryDeliveryResult.NotFailed;
        programme.ChangeEntries.Add(new ChangeEntry(author, ChangeAction.Changed, nameof(Message), messageId.ToString(CultureInfo.InvariantCulture), $"Delivery: {Delivery.Failed} → {Delivery.Pending}", clock.GetUtcNow()));
        await programme.SaveAsync(cancel);
        await transaction.CommitAsync(cancel);
        outbox.Wake();
        return RetryDeliveryResult.Retried;
    }
}
