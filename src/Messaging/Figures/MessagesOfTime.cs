using CoopAssistant.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Figures;

/// <summary>Messages around a time, without an index on it: they lie one after the other.</summary>
internal static class MessagesOfTime
{
    /// <summary>Of more messages only those of the time are read.</summary>
    private const long Many = 200_000;

    /// <summary>Messages may be written somewhat out of order.</summary>
    private static readonly TimeSpan Disorder = TimeSpan.FromDays(1);

    /// <returns>All of that time, and perhaps others: the exact bounds are the caller's.</returns>
    public static async Task<IQueryable<Message>> On(MessagingDb db, DateTimeOffset from, DateTimeOffset until, CancellationToken cancel)
    {
        var messages = db.Messages.AsNoTracking();
        var last = await db.Messages.MaxAsync(m => (long?)m.Id, cancel) ?? 0;
        if (last <= Many) return messages;
        var (begin, end) = (await IdAt(db, from - Disorder, last, cancel), await IdAt(db, until + Disorder, last, cancel));
        return messages.Where(m => m.Id >= begin && m.Id <= end);
    }

    /// <summary>Id of the first message from then on; the last where there is none.</summary>
    private static async Task<long> IdAt(MessagingDb db, DateTimeOffset time, long last, CancellationToken cancel)
    {
        var (low, high) = (0L, last);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            var at = await db.Messages.Where(m => m.Id >= middle).OrderBy(m => m.Id).Select(m => m.At).FirstAsync(cancel);
            if (at < time) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
