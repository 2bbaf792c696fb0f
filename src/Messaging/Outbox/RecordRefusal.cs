using CoopAssistant.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Outbox;

/// <summary>What a refusal does to a message and to its conversation. In its own short transaction: conversation first, as turns do.</summary>
public sealed class RecordRefusal(MessagingDb db, TimeProvider clock)
{
    /// <param name="row">The message, where it still stands as the caller knew it.</param>
    /// <param name="knownInboundAt">When she had last written as the message was sent: where she has written since, the window is open again.</param>
    internal async Task Handle(IQueryable<Message> row, long conversationId, int attempts, DateTimeOffset knownInboundAt, Refusal refusal, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        switch (refusal.Kind)
        {
            case RefusalKind.WindowClosed:
                var parked = await db.Conversations.Where(c => c.Id == conversationId && c.LastInboundAt <= knownInboundAt).ExecuteUpdateAsync(
                    set => set.SetProperty(c => c.HasParked, true).SetProperty(c => c.Version, c => c.Version + 1), cancel);
                await SendAgain(row, parked > 0 ? Delivery.Parked : Delivery.Pending, null, refusal.Code.Length == 0 ? null : refusal.Code, cancel);
                break;
            case RefusalKind.Later when attempts <= refusal.Delays.Count:
                await SendAgain(row, Delivery.Pending, clock.GetUtcNow() + refusal.Delays[attempts - 1], refusal.Code, cancel);
                break;
            default:
                if (refusal.Kind == RefusalKind.OutOfReach)
                {
                    var now = clock.GetUtcNow();
                    await db.Conversations.Where(c => c.Id == conversationId && c.LastInboundAt <= knownInboundAt).ExecuteUpdateAsync(
                        set => set.SetProperty(c => c.OutOfReachSince, now).SetProperty(c => c.Version, c => c.Version + 1), cancel);
                }
                await row.ExecuteUpdateAsync(set => set.SetProperty(m => m.Delivery, Delivery.Failed).SetProperty(m => m.ErrorCode, refusal.Code), cancel);
                break;
        }

        await transaction.CommitAsync(cancel);
    }

    private static Task<int> SendAgain(IQueryable<Message> row, Delivery delivery, DateTimeOffset? notBefore, string? code, CancellationToken cancel) =>
        row.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.Delivery, delivery).SetProperty(m => m.NotBefore, notBefore)
            .SetProperty(m => m.ProviderId, (string?)null).SetProperty(m => m.ErrorCode, code), cancel);
}
