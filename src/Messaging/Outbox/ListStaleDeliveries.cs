using CoopAssistant.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Outbox;

/// <summary>
/// Messages the provider took and never spoke of again: their callbacks were lost, so somebody has to ask. Each is handed out once per
/// <see cref="AskAgainAfter"/>, and given up as "sent" after a day.
/// </summary>
public sealed class ListStaleDeliveries(MessagingDb db, TimeProvider clock)
{
    public static TimeSpan AskAgainAfter { get; } = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(1);

    /// <summary>Provider ids to ask about, oldest first.</summary>
    public async Task<IReadOnlyList<string>> Handle(int atMost, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var askedBefore = now - AskAgainAfter;
        var forgetBefore = now - GiveUpAfter;
        await db.Messages.Unfinished().Where(m => m.Delivery == Delivery.Queued && m.At < forgetBefore && m.NotBefore < forgetBefore + AskAgainAfter)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Delivery, Delivery.Sent), cancel);

        var stale = await db.Messages.AsNoTracking().Unfinished()
            .Where(m => m.Delivery == Delivery.Queued && m.NotBefore < askedBefore && m.ProviderId != null)
            .OrderBy(m => m.Id).Take(atMost).Select(m => new { m.Id, m.ProviderId }).ToListAsync(cancel);
        var ids = stale.ConvertAll(s => s.Id);

        // A past NotBefore of a queued message is when it was last asked about; it holds nothing back.
        if (ids.Count > 0) await db.Messages.Where(m => ids.Contains(m.Id) && m.Delivery == Delivery.Queued).ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, now), cancel);
        return stale.ConvertAll(s => s.ProviderId!);
    }
}
