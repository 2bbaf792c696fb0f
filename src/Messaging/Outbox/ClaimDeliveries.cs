using CoopAssistant.Messaging.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Outbox;

/// <summary>A message this process may send until its lease ends; nobody else touches it before.</summary>
/// <param name="Attempts">Number of this attempt, from 1. Also the proof of the claim: a later claim has a higher one.</param>
/// <param name="MayHaveBeenSent">An earlier attempt ended without an answer: look at the provider before sending.</param>
/// <param name="To">Address of her last message, as it came.</param>
/// <param name="LastInboundAt">When she last wrote.</param>
public sealed record DueMessage(
    long Id, long ConversationId, string Text, string? Extras, DateTimeOffset At, int Attempts, bool MayHaveBeenSent, string To, DateTimeOffset LastInboundAt);

/// <param name="NextAt">When the next waiting message falls due; null when none waits.</param>
public sealed record ClaimResult(IReadOnlyList<DueMessage> Due, DateTimeOffset? NextAt);

/// <summary>
/// Takes the next messages of the outbox, at most one per conversation and the oldest of each, for several processes at once; those of
/// broadcasts only where nothing else waits, in their own conversation too. A claim is a lease on the row: who dies with it leaves the message to be looked up, not repeated blindly.
/// </summary>
public sealed class ClaimDeliveries(MessagingDb db, TimeProvider clock)
{
    private const int PageSize = 256;

    /// <summary>A message that must wait longer lets the later ones of its conversation pass: better out of order than silent for hours.</summary>
    private static readonly TimeSpan HoldsOrderAtMost = TimeSpan.FromMinutes(1);

    /// <param name="resting">Conversations that must not get anything now.</param>
    public async Task<ClaimResult> Handle(int atMost, TimeSpan lease, IReadOnlySet<long> resting, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(resting);
        var now = clock.GetUtcNow();
        var (heads, nextAt) = await Heads(atMost, resting, now, cancel);
        if (heads.Count == 0) return new ClaimResult([], nextAt);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var locked = await Locked(heads.Select(h => h.Id).ToArray()).Select(m => new Head(m.Id, m.ConversationId, m.Delivery, m.Attempts, m.NotBefore, m.BroadcastId != null)).ToListAsync(cancel);
        var mine = heads.Intersect(locked).ToDictionary(h => h.Id);
        var ids = mine.Keys.ToArray();
        await db.Messages.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.Delivery, Delivery.Sending).SetProperty(m => m.NotBefore, now + lease).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancel);
        var rows = await db.Messages.AsNoTracking().Where(m => ids.Contains(m.Id)).OrderBy(m => m.Id)
            .Join(db.Conversations, m => m.ConversationId, c => c.Id, (m, c) => new { m.Id, m.ConversationId, m.Text, m.Extras, m.At, m.Attempts, c.ReplyAddress, c.LastInboundAt })
            .ToListAsync(cancel);
        await transaction.CommitAsync(cancel);

        var due = rows.ConvertAll(r => new DueMessage(
            r.Id, r.ConversationId, r.Text, r.Extras, r.At, r.Attempts, mine[r.Id].Delivery != Delivery.Pending, r.ReplyAddress, r.LastInboundAt));
        return new ClaimResult(due, nextAt);
    }

    /// <summary>
    /// The outbox in id order, from its oldest unfinished row: the first row met of a conversation is its head. So order holds without
    /// an index by conversation, which the turn would have to pay for.
    /// </summary>
    private async Task<(List<Head> Heads, DateTimeOffset? NextAt)> Heads(int atMost, IReadOnlySet<long> resting, DateTimeOffset now, CancellationToken cancel)
    {
        var heads = new List<Head>();
        var patient = new List<Head>();
        var blocked = new HashSet<long>(resting);
        DateTimeOffset? nextAt = null;
        var after = 0L;
        while (true)
        {
            var from = after;
            var page = await db.Messages.AsNoTracking().Unfinished()
                .Where(m => m.Id > from)
                .OrderBy(m => m.Id).Take(PageSize)
                .Select(m => new Head(m.Id, m.ConversationId, m.Delivery, m.Attempts, m.NotBefore, m.BroadcastId != null))
                .ToListAsync(cancel);
            foreach (var row in page)
            {
                if (row.WaitsUntil(now) is { } until)
                {
                    if (nextAt is null || until < nextAt) nextAt = until;
                    if (row.Delivery is Delivery.Sending or Delivery.Queued || until - now <= HoldsOrderAtMost) blocked.Add(row.ConversationId);
                }
                else if (row is { IsBroadcast: true, Delivery: Delivery.Pending })
                {
                    if (patient.Count < atMost) patient.Add(row);
                }
                else if (row.Delivery != Delivery.Queued && blocked.Add(row.ConversationId))
                {
                    heads.Add(row);
                    if (heads.Count == atMost) return (heads, nextAt);
                }
            }

            if (page.Count < PageSize)
            {
                heads.AddRange(patient.Where(row => blocked.Add(row.ConversationId)).Take(atMost - heads.Count));
                return (heads, nextAt);
            }
            after = page[^1].Id;
        }
    }

    /// <summary>On PostgreSQL rows another process is claiming are passed over; SQLite has one writer, which is this transaction.</summary>
    private IQueryable<Message> Locked(long[] ids) =>
        db.Database.ProviderName?.Contains("Npgsql", StringComparison.Ordinal) == true
            ? db.Messages.FromSql($"SELECT * FROM messages WHERE id = ANY ({ids}) FOR UPDATE SKIP LOCKED").AsNoTracking()
            : db.Messages.AsNoTracking().Where(m => ids.Contains(m.Id));

    private sealed record Head(long Id, long ConversationId, Delivery Delivery, int Attempts, DateTimeOffset? NotBefore, bool IsBroadcast)
    {
        public DateTimeOffset? WaitsUntil(DateTimeOffset now) => NotBefore > now ? NotBefore : null;
    }
}
