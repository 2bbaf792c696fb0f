using System.Linq.Expressions;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>Which referrals a list shows.</summary>
public enum ReferralView
{
    /// <summary>Sent, and the institution's time to answer is over.</summary>
    Late,

    /// <summary>She has not answered yet.</summary>
    AwaitingConsent,

    /// <summary>Sent, not answered.</summary>
    Sent,
    Accepted,
    Ended,
}

/// <summary>Referrals of the member of staff's territory.</summary>
public sealed class ListReferrals(ProgrammeDb db, ReadServiceBook books, TimeProvider clock)
{
    public sealed record Request(Territory? Territory, ReferralView View)
    {
        public AllyId? Ally { get; init; }
        public ParticipantId? Participant { get; init; }
        public GroupId? Group { get; init; }
        public int Skip { get; init; }
        public int Take { get; init; } = 25;
    }

    /// <param name="Woman">Her name, for who may see names; null for a group.</param>
    public sealed record Row(
        ReferralId Id, string Country, string? PlaceCode, string Ally, string? Woman, string? Group, string Reason, ReferralState State, ReferralResult? Result, DateTimeOffset ReferredAt, DateTimeOffset? AnswerBy, DateTimeOffset? EndedAt)
    {
        public string? RegionCode { get; init; }

        /// <summary>Null where no institution is to answer.</summary>
        public AnswerClock? Clock { get; init; }
    }

    public sealed record Found(IReadOnlyList<Row> Rows, int Total, IReadOnlyDictionary<ReferralView, int> Counts);

    public async Task<Found> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (found, now) = (Filtered(request), clock.GetUtcNow());
        var counts = new Dictionary<ReferralView, int>();
        foreach (var view in Enum.GetValues<ReferralView>()) counts[view] = await found.CountAsync(In(view, now), cancel);
        return new(await Rows(found.Where(In(request.View, now)), request, cancel), counts[request.View], counts);
    }

    /// <summary>All of one woman or group, whatever their state, the newest first.</summary>
    public Task<IReadOnlyList<Row>> Of(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Rows(Filtered(request), request with { View = ReferralView.Ended }, cancel);
    }

    private IQueryable<Referral> Filtered(Request request)
    {
        var found = db.Referrals.AsNoTracking().Within(request.Territory);
        if (request.Ally is { } ally) found = found.Where(r => r.AllyId == ally);
        if (request.Participant is { } her) found = found.Where(r => r.ParticipantId == her);
        if (request.Group is { } group) found = found.Where(r => r.GroupId == group);
        return found;
    }

    private static Expression<Func<Referral, bool>> In(ReferralView view, DateTimeOffset now) => view switch
    {
        ReferralView.Late => r => r.State == ReferralState.Sent && r.AnswerBy < now,
        ReferralView.AwaitingConsent => r => r.State == ReferralState.AwaitingConsent,
        ReferralView.Sent => r => r.State == ReferralState.Sent,
        ReferralView.Accepted => r => r.State == ReferralState.Accepted,
        _ => r => r.State > ReferralState.Accepted,
    };

    private async Task<IReadOnlyList<Row>> Rows(IQueryable<Referral> found, Request request, CancellationToken cancel)
    {
        var ordered = request.View switch
        {
            ReferralView.Late or ReferralView.Sent => found.OrderBy(r => r.AnswerBy).ThenBy(r => r.Id),
            ReferralView.Ended => found.OrderByDescending(r => r.ReferredAt).ThenBy(r => r.Id),
            _ => found.OrderBy(r => r.ReferredAt).ThenBy(r => r.Id),
        };
        var rows = await ordered.Skip(Math.Max(0, request.Skip)).Take(Math.Clamp(request.Take, 1, 200)).Select(r => new Row(
            r.Id, r.Country, r.PlaceCode, db.Allies.Where(a => a.Id == r.AllyId).Select(a => a.Short).First(),
            db.Participants.Where(p => p.Id == r.ParticipantId).Select(p => p.GivenNames + " " + p.Surnames).FirstOrDefault(), db.Groups.Where(g => g.Id == r.GroupId).Select(g => g.Name).FirstOrDefault(),
            r.Reason, r.State, r.Result, r.ReferredAt, r.AnswerBy, r.EndedAt) { RegionCode = r.RegionCode }).ToListAsync(cancel);
        var (book, now) = (await books.Handle(cancel), clock.GetUtcNow());
        return [.. rows.Select(row => row is { State: ReferralState.Sent, AnswerBy: { } by } ? row with { Clock = AnswerClock.Of(by, book.Of(row.Country, row.RegionCode, row.PlaceCode)?.Calendar, now) } : row)];
    }
}
