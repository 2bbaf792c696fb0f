using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>
/// How many a broadcast would reach now, who is left out and why, and what the provider would be paid for. Where women are many, as it was when everybody was
/// read last; whether she gets it is asked anew when it is said.
/// </summary>
public sealed class CountAudience(Audience audience, MessagingDb db, ProgrammeDb programme, KeptAudience kept, TimeProvider clock)
{
    /// <param name="Women">Of the segment, whether reached or not; of a repeated broadcast, its phones and browsers.</param>
    /// <param name="Reached">Phones and browsers it goes to: a shared phone counts once.</param>
    /// <param name="Web">Of these, web chats.</param>
    /// <param name="Paid">Of these, behind WhatsApp's closed window: a template each.</param>
    /// <param name="LeftOut">Why others are left out; for <see cref="Unreachable.NoChat"/> women, for all else phones and browsers.</param>
    public sealed record Result(int Women, int Reached, int Web, int Paid, IReadOnlyList<(Unreachable Reason, int Count)> LeftOut)
    {
        /// <summary>Nothing was counted yet, a minute after a start of a large programme.</summary>
        public static Result NotYet { get; } = new(0, 0, 0, 0, []) { IsCounting = true };

        public bool IsCounting { get; private init; }

        /// <summary>Null where it is as of this moment.</summary>
        public DateTimeOffset? CountedAt { get; init; }
    }

    public Task<Result> Handle(BroadcastSegment segment, bool isTemplate, CancellationToken cancel) =>
        Count(segment, null, isTemplate, cancel);

    public Task<Result> Handle(Broadcast broadcast, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(broadcast);
        return Count(broadcast.Segment, broadcast.RepeatsId, broadcast.Message.IsTemplate, cancel);
    }

    private async Task<Result> Count(BroadcastSegment segment, long? repeats, bool isTemplate, CancellationToken cancel)
    {
        if (repeats is not null || segment.Group is not null || !await LargeProgramme.Is(programme, cancel)) return await Now(segment, repeats, isTemplate, cancel);
        return kept.Last is { } last ? last.Value.Table.Count(segment, isTemplate, clock.GetUtcNow()) with { CountedAt = last.At } : Result.NotYet;
    }

    internal async Task<Result> Now(BroadcastSegment segment, long? repeats, bool isTemplate, CancellationToken cancel)
    {
        var contacts = repeats is { } earlier ? audience.NotReached(earlier) : audience.Listeners(segment).Select(l => l.ContactId);
        var rows = await audience.Candidates(contacts, isTemplate).GroupBy(c => new { c.Reason, c.Channel, c.IsOutside }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var reached = rows.Where(r => r.Key.Reason == Unreachable.None).ToList();
        var leftOut = rows.Where(r => r.Key.Reason != Unreachable.None).GroupBy(r => r.Key.Reason).Select(g => (g.Key, g.Sum(r => r.Count))).OrderBy(r => r.Key).ToList();
        var women = repeats is null ? await audience.Women(segment).Select(r => r.ParticipantId).Distinct().CountAsync(cancel) : rows.Sum(r => r.Count);
        if (repeats is null && await audience.Women(segment).Where(r => !db.ContactParticipants.Any(l => l.ParticipantId == r.ParticipantId)).Select(r => r.ParticipantId).Distinct().CountAsync(cancel) is > 0 and var strangers)
            leftOut.Add((Unreachable.NoChat, strangers));
        return new(women, reached.Sum(r => r.Count), reached.Where(r => r.Key.Channel != Channel.WhatsApp).Sum(r => r.Count), isTemplate ? reached.Where(r => r.Key.IsOutside).Sum(r => r.Count) : 0, leftOut);
    }
}
