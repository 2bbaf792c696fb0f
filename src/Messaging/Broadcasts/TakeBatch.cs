using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>
/// Takes the next few who get a broadcast: not before their time, not at night, not while many of its messages still wait in the outbox. Of several
/// processes one takes them; where it dies before it says them, they are taken again.
/// </summary>
public sealed class TakeBatch(MessagingDb db, ProgrammePacks packs, IOptions<BroadcastOptions> options, TimeProvider clock)
{
    /// <summary>How much of a minute is taken at once.</summary>
    private static readonly TimeSpan Portion = TimeSpan.FromSeconds(5);

    /// <returns>Contacts; none where it is not the time.</returns>
    public async Task<IReadOnlyList<long>> Handle(long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await db.Broadcasts.SingleOrDefaultAsync(b => b.Id == id, cancel) is not { State: BroadcastState.Sending } broadcast || broadcast.NextBatchAt > now) return [];
        if (packs.Find(broadcast.Country) is not { } pack || options.Value.IsQuiet(now, pack.Country.TimeZone)) return [];
        var room = options.Value.MostWaiting - await db.Messages.Unfinished().Where(m => m.BroadcastId != null).CountAsync(cancel);
        if (room <= 0) return [];

        var waiting = db.BroadcastRecipients.AsNoTracking().Where(r => r.BroadcastId == id && r.State == RecipientState.Waiting);
        var (pace, disturbed) = (Math.Max(1, broadcast.PerMinute), now - options.Value.Undisturbed);
        var few = Math.Min(room, Math.Max(1, (int)(pace * Portion.TotalMinutes)));
        var taken = await waiting.Join(db.Conversations, r => r.ContactId, c => c.Id, (r, c) => new { r.ContactId, c.LastInboundAt })
            .Where(r => r.LastInboundAt <= disturbed).OrderBy(r => r.ContactId).Take(few).Select(r => r.ContactId).ToListAsync(cancel);
        if (taken.Count > 0) broadcast.TakeBatch(now + TimeSpan.FromMinutes((double)taken.Count / pace));
        else if (await waiting.AnyAsync(cancel)) return [];
        else broadcast.Finish(now);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return [];
        }
        return taken;
    }
}
