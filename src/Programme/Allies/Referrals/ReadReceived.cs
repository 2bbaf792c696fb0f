using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>
/// What an institution's own users see: referrals to it, and of each only what was shared and only while that stands. Of a woman without a standing
/// yes, of one whose registration does not go on, and of a referral that has ended, nothing.
/// </summary>
public sealed class ReadReceived(ProgrammeDb db, ProgrammePacks packs, ReadServiceBook books, TimeProvider clock)
{
    /// <param name="Group">Its name where that was shared; null for a woman.</param>
    public sealed record Row(ReferralId Id, string Country, bool IsGroup, string? Group, ReferralState State, DateTimeOffset SentAt, DateTimeOffset AnswerBy, bool IsLate)
    {
        /// <summary>Null once it was answered.</summary>
        public AnswerClock? Clock { get; init; }
    }

    /// <param name="Reason">Null once it has ended.</param>
    /// <param name="Entries">What the institution's own users did, and how it ended; oldest first.</param>
    public sealed record Result(
        ReferralId Id, string Country, bool IsGroup, ReferralState State, DateTimeOffset SentAt, DateTimeOffset AnswerBy, bool IsLate, string? Reason,
        IReadOnlyList<SharedValue> Group, IReadOnlyList<Person> People, IReadOnlyList<ReferralEntry> Entries, int Version)
    {
        public ReferralResult? Outcome { get; init; }

        /// <summary>Null once it was answered.</summary>
        public AnswerClock? Clock { get; init; }
    }

    /// <param name="Registration">For the record of who looked; not to be shown.</param>
    public sealed record Person(RegistrationId Registration, IReadOnlyList<SharedValue> Values);

    /// <param name="Total">Referrals on all pages.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total);

    /// <summary>Those to answer first, by their day; then what goes on, then what has ended, the newest first.</summary>
    public async Task<Page> List(AllyId ally, int skip, int take, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var total = await Open(ally).CountAsync(cancel);
        var found = await Open(ally).OrderBy(r => r.State == ReferralState.Sent ? 0 : r.State == ReferralState.Accepted ? 1 : 2).ThenBy(r => r.State == ReferralState.Sent ? r.AnswerBy : null)
            .ThenByDescending(r => r.SentAt).ThenBy(r => r.Id).Skip(skip).Take(take).ToListAsync(cancel);
        var groups = found.Where(r => r.GroupId is not null && Shows(r) && r.FieldNames.Contains(SharedFields.GroupName, StringComparer.Ordinal)).Select(r => r.GroupId!.Value).ToList();
        var book = await books.Handle(cancel);
        var names = await db.Groups.Where(g => groups.Contains(g.Id)).Select(g => new { g.Id, g.Name }).ToDictionaryAsync(g => g.Id, g => g.Name, cancel);
        return new([.. found.Select(r => new Row(r.Id, r.Country, r.GroupId is not null, r.GroupId is { } of ? names.GetValueOrDefault(of) : null, r.State, r.SentAt!.Value, r.AnswerBy!.Value, r.IsLateAt(now)) { Clock = AnswerClock.Of(r, book, now) })], total);
    }

    /// <summary>How many wait for the institution's answer.</summary>
    public Task<int> Waiting(AllyId ally, CancellationToken cancel) => Open(ally).CountAsync(r => r.State == ReferralState.Sent, cancel);

    /// <summary>Null where there is none, or it is another institution's. Personal data in it are to be shown only once the look is recorded (<see cref="Audit.RecordAccess"/>).</summary>
    public async Task<Result?> Handle(ReferralId id, AllyId ally, CancellationToken cancel)
    {
        var referral = await Open(ally).AsSplitQuery().Include(r => r.People).Include(r => r.Entries).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (referral is null || packs.Find(referral.Country) is not { } pack) return null;
        var isShown = Shows(referral);
        return new(
            referral.Id, referral.Country, referral.GroupId is not null, referral.State, referral.SentAt!.Value, referral.AnswerBy!.Value, referral.IsLateAt(clock.GetUtcNow()), isShown ? referral.Reason : null,
            isShown ? await Group(referral, pack, cancel) : [], isShown ? await People(referral, pack, cancel) : [],
            [.. referral.Entries.Where(e => e.Kind is ReferralEntryKind.Accepted or ReferralEntryKind.Rejected or ReferralEntryKind.Reported or ReferralEntryKind.Finished).OrderBy(e => e.Id)], referral.Version)
        {
            Outcome = referral.Result, Clock = AnswerClock.Of(referral, await books.Handle(cancel), clock.GetUtcNow()),
        };
    }

    private static bool Shows(Referral referral) => ReferralLifecycle.IsWithAlly(referral.State);

    /// <summary>An institution that takes no referrals any more sees none.</summary>
    private IQueryable<Referral> Open(AllyId ally) => db.Referrals.AsNoTracking().OfAlly(ally).Where(r => db.Allies.Any(a => a.Id == ally && a.ClosedAt == null));

    private async Task<IReadOnlyList<SharedValue>> Group(Referral referral, ProgrammePack pack, CancellationToken cancel)
    {
        if (referral.GroupId is not { } id) return [];
        var group = await db.Groups.AsNoTracking().AsSplitQuery().Include(g => g.Members).Include(g => g.Steps).SingleAsync(g => g.Id == id, cancel);
        return SharedFields.Of(pack, referral.FieldNames, group);
    }

    private async Task<IReadOnlyList<Person>> People(Referral referral, ProgrammePack pack, CancellationToken cancel)
    {
        var agreed = referral.People.Where(p => p.Sharing == SharingState.Agreed).Select(p => p.RegistrationId).ToList();
        var answers = await db.Registrations.AsNoTracking().Where(r => agreed.Contains(r.Id)).Live().Select(r => new { r.Id, r.AnswersJson }).ToListAsync(cancel);
        return [.. answers.OrderBy(r => agreed.IndexOf(r.Id)).Select(r => new Person(r.Id, SharedFields.Of(pack, referral.FieldNames, r.AnswersJson)))];
    }
}
