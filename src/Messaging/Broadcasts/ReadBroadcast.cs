using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>What became of a broadcast at one phone or browser.</summary>
public enum BroadcastOutcome
{
    /// <summary>Her turn comes.</summary>
    Waiting,

    /// <summary>In the outbox, or gone out without a word that it arrived.</summary>
    OnItsWay,
    Delivered,
    Read,

    /// <summary>She wrote after it.</summary>
    Answered,
    Failed,

    /// <summary>Passed over; the reason says why.</summary>
    Skipped,

    /// <summary>Stopped before her turn came.</summary>
    NotSaid,
}

/// <summary>A broadcast with what became of it, in all and for each woman.</summary>
public sealed class ReadBroadcast(MessagingDb db, ProgrammeDb programme, KeptResults kept)
{
    private const int Window = 5_000;

    /// <param name="Registration">One of hers; null where who looks may not see any.</param>
    public sealed record Woman(string Names, string Folio, RegistrationId Registration);

    /// <param name="ErrorCode">Provider's code, for <see cref="BroadcastOutcome.Failed"/>.</param>
    public sealed record Row(long ContactId, BroadcastOutcome Outcome, Unreachable Reason, string? ErrorCode, DateTimeOffset? At, IReadOnlyList<Woman> Women);

    public sealed record Result(Broadcast Broadcast, IReadOnlyDictionary<BroadcastOutcome, int> Counts)
    {
        /// <summary>Null where they are as of this moment.</summary>
        public DateTimeOffset? CountedAt { get; init; }

        public int Total => Counts.Values.Sum();

        /// <summary>Arrived, was read or was answered.</summary>
        public int Arrived => Counts.GetValueOrDefault(BroadcastOutcome.Delivered) + Counts.GetValueOrDefault(BroadcastOutcome.Read) + Counts.GetValueOrDefault(BroadcastOutcome.Answered);

        public bool HasUnreached => Total > Arrived;
    }

    /// <returns>Null where there is none within the territory.</returns>
    public async Task<Result?> Handle(long id, Territory? territory, CancellationToken cancel)
    {
        if (await Alone(id, territory, cancel) is not { } broadcast) return null;
        if (!KeptResults.Keeps(broadcast)) return new(broadcast, await Count(broadcast, cancel));
        var counted = await kept.Of(broadcast, cancel => Count(broadcast, cancel), cancel);
        return new(broadcast, counted.Of(broadcast)) { CountedAt = counted.At };
    }

    /// <summary>Without what became of it. Null where there is none within the territory.</summary>
    public Task<Broadcast?> Alone(long id, Territory? territory, CancellationToken cancel) => db.Broadcasts.AsNoTracking().Within(territory).SingleOrDefaultAsync(b => b.Id == id, cancel);

    /// <summary>From the rows, each of which is looked at.</summary>
    internal async Task<IReadOnlyDictionary<BroadcastOutcome, int>> Count(Broadcast broadcast, CancellationToken cancel) =>
        await Entries(broadcast, await Said(broadcast.Id, cancel)).GroupBy(e => e.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => (BroadcastOutcome)g.Key, g => g.Count, cancel);

    /// <summary>One line a phone or browser, in the order in which they are written to. Women outside the territory stay unnamed.</summary>
    /// <param name="after">The last contact seen; 0 from the first.</param>
    public async Task<IReadOnlyList<Row>> Rows(Broadcast broadcast, BroadcastOutcome? outcome, Territory? territory, long after, int take, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(broadcast);
        var page = new List<Entry>();
        while (page.Count < take && await EndOfWindow(broadcast.Id, after, cancel) is { } end)
        {
            var entries = Entries(broadcast, (0, long.MaxValue)).Where(e => e.ContactId > after && e.ContactId <= end);
            if (outcome is { } one)
            {
                var number = (int)one;
                entries = entries.Where(e => e.Outcome == number);
            }
            page.AddRange(await entries.OrderBy(e => e.ContactId).Take(take - page.Count).ToListAsync(cancel));
            after = end;
        }
        var ids = page.ConvertAll(e => e.ContactId);
        var women = await db.ContactParticipants.AsNoTracking().Where(l => ids.Contains(l.ContactId))
            .Join(programme.Registrations.Within(territory), l => l.ParticipantId, r => r.ParticipantId, (l, r) => new { l.ContactId, r.Id, r.Folio, r.ParticipantId, r.SubmittedAt })
            .Join(programme.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r.ContactId, r.Id, r.Folio, r.SubmittedAt, p.GivenNames, p.Surnames }).OrderBy(w => w.SubmittedAt).ToListAsync(cancel);
        var byContact = women.ToLookup(w => w.ContactId, w => new Woman($"{w.GivenNames} {w.Surnames}", w.Folio, w.Id));
        return page.ConvertAll(e => new Row(e.ContactId, (BroadcastOutcome)e.Outcome, e.Reason, e.ErrorCode, e.At, [.. byContact[e.ContactId]]));
    }

    /// <summary>Of hundreds of thousands a page is looked for piece by piece: no plan for all of them is good for fifty.</summary>
    /// <returns>The last contact of the piece that begins after that one; null where there is none.</returns>
    private async Task<long?> EndOfWindow(long id, long after, CancellationToken cancel)
    {
        var next = db.BroadcastRecipients.Where(r => r.BroadcastId == id && r.ContactId > after).OrderBy(r => r.ContactId).Take(Window).Select(r => (long?)r.ContactId);
        return await next.MaxAsync(cancel);
    }

    /// <summary>Between which messages its own lie: of all others a database need not think.</summary>
    private async Task<(long First, long Last)> Said(long id, CancellationToken cancel)
    {
        var messages = db.BroadcastRecipients.Where(r => r.BroadcastId == id).Select(r => r.MessageId);
        return (await messages.MinAsync(cancel) ?? 0, await messages.MaxAsync(cancel) ?? 0);
    }

    private IQueryable<Entry> Entries(Broadcast broadcast, (long First, long Last) said)
    {
        var (id, isOver, first, last) = (broadcast.Id, broadcast.State == BroadcastState.Cancelled, said.First, said.Last);
        return from r in db.BroadcastRecipients.AsNoTracking().Where(r => r.BroadcastId == id)
               join c in db.Conversations on r.ContactId equals c.Id
               join m in db.Messages.Where(m => m.Id >= first && m.Id <= last) on r.MessageId equals (long?)m.Id into own
               from m in own.DefaultIfEmpty()
               select new Entry
               {
                   ContactId = r.ContactId, Reason = r.Reason, ErrorCode = m == null ? null : m.ErrorCode, At = m == null ? null : m.At,
                   Outcome = r.State == RecipientState.Skipped ? (int)BroadcastOutcome.Skipped
                       : r.State == RecipientState.Waiting ? (isOver ? (int)BroadcastOutcome.NotSaid : (int)BroadcastOutcome.Waiting)
                       : m!.Delivery == Delivery.Failed ? (int)BroadcastOutcome.Failed
                       : c.LastInboundAt > m.At ? (int)BroadcastOutcome.Answered
                       : m.Delivery == Delivery.Read ? (int)BroadcastOutcome.Read
                       : m.Delivery == Delivery.Delivered || m.Delivery == Delivery.None ? (int)BroadcastOutcome.Delivered
                       : (int)BroadcastOutcome.OnItsWay,
               };
    }

    private sealed class Entry
    {
        public long ContactId { get; init; }
        public int Outcome { get; init; }
        public Unreachable Reason { get; init; }
        public string? ErrorCode { get; init; }
        public DateTimeOffset? At { get; init; }
    }
}
