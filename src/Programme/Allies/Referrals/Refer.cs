using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>
/// Staff send a woman or a group to an institution: why, and which named data would be shared. She is asked in her chat; the institution gets
/// nothing of her before she agrees. A group's own facts go at once.
/// </summary>
public sealed class Refer(ProgrammeDb db, ProgrammePacks packs, ReadServiceBook books, IEnumerable<IListen<ReferralHeard>> listeners, TimeProvider clock)
{
    /// <param name="Fields">See <see cref="SharedFields"/>.</param>
    public sealed record Request(AllyId Ally, string? Reason, IReadOnlyList<string> Fields, string Author, Territory? Territory)
    {
        /// <summary>Of a group, members asked for their own data.</summary>
        public IReadOnlyList<ParticipantId> Asks { get; init; } = [];
    }

    public sealed record Result(ChangeResult Outcome, ReferralProblem? Problem = null, ReferralId? Id = null);

    public async Task<Result> Woman(RegistrationId id, Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var registration = await db.Registrations.AsNoTracking().Within(request.Territory).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (registration is null || packs.Find(registration.Country) is not { } pack) return new(ChangeResult.NotFound);
        if (!LiveRegistrations.IsLive(registration.Status)) return new(ChangeResult.NotPermitted, ReferralProblem.NotTakingPart);
        if (await Ally(request, registration, cancel) is not { } ally) return new(ChangeResult.NotPermitted, ReferralProblem.NoSuchAlly);
        if (Check(pack, ally, request, ofGroup: false, out var plan) is { } problem) return new(ChangeResult.NotPermitted, problem);
        var her = registration.ParticipantId;
        if (await db.Referrals.AnyAsync(r => r.AllyId == ally.Id && r.ParticipantId == her && r.State <= ReferralState.Accepted, cancel)) return new(ChangeResult.NotPermitted, ReferralProblem.AlreadyOpen);
        return await Kept(Referral.OfWoman(ReferralId.New(clock), ally, registration, plan, request.Author, clock.GetUtcNow()), ally, cancel);
    }

    public async Task<Result> Group(GroupId id, Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await db.Groups.AsNoTracking().Within(request.Territory).Include(g => g.Members).SingleOrDefaultAsync(g => g.Id == id, cancel);
        if (group is null || packs.Find(group.Country) is not { } pack) return new(ChangeResult.NotFound);
        if (group.State == GroupState.Dissolved) return new(ChangeResult.NotPermitted, ReferralProblem.NotTakingPart);
        if (await Ally(request, group, cancel) is not { } ally) return new(ChangeResult.NotPermitted, ReferralProblem.NoSuchAlly);
        var asks = request.Asks.Where(woman => group.Members.Any(m => m.ParticipantId == woman && m.State == MemberState.Member)).Distinct().ToList();
        var fields = asks.Count > 0 ? request.Fields : [.. request.Fields.Where(SharedFields.IsOfGroup)];
        if (Check(pack, ally, request with { Fields = fields }, ofGroup: true, out var plan) is { } problem) return new(ChangeResult.NotPermitted, problem);
        if (asks.Count > 0 && plan.Fields.All(SharedFields.IsOfGroup)) return new(ChangeResult.NotPermitted, ReferralProblem.NothingOfHers);
        if (await db.Referrals.AnyAsync(r => r.AllyId == ally.Id && r.GroupId == id && r.State <= ReferralState.Accepted, cancel)) return new(ChangeResult.NotPermitted, ReferralProblem.AlreadyOpen);
        var calendar = (await books.Handle(cancel)).Of(group.Country, group.RegionCode, group.PlaceCode)?.Calendar;
        return await Kept(Referral.OfGroup(ReferralId.New(clock), ally, group, plan, await Registrations(asks, cancel), calendar, request.Author, clock.GetUtcNow()), ally, cancel);
    }

    private async Task<Result> Kept(Referral referral, Ally ally, CancellationToken cancel)
    {
        db.Referrals.Add(referral);
        foreach (var listener in listeners) await listener.On(new(referral, ally, ReferralNews.Asked, referral.People, []), cancel);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return new(ChangeResult.ChangedMeanwhile); // a colleague referred her there in the same moment, or she wrote
        }
        return new(ChangeResult.Changed, Id: referral.Id);
    }

    private async Task<Ally?> Ally(Request request, IInTerritory where, CancellationToken cancel) =>
        await db.Allies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.Ally && a.Country == where.Country && a.ClosedAt == null, cancel) is { } ally && ally.Reaches(where.RegionCode) ? ally : null;

    /// <summary>Of each her newest registration that goes on; who has none is not asked.</summary>
    private async Task<IReadOnlyList<(ParticipantId, RegistrationId)>> Registrations(List<ParticipantId> women, CancellationToken cancel) =>
        [.. (await db.Registrations.Where(r => women.Contains(r.ParticipantId)).Live().Select(r => new { r.ParticipantId, r.Id, r.SubmittedAt }).ToListAsync(cancel))
            .GroupBy(r => r.ParticipantId).Select(g => (g.Key, g.MaxBy(r => r.SubmittedAt)!.Id))];

    private static ReferralProblem? Check(ProgrammePack pack, Ally ally, Request request, bool ofGroup, out ReferralPlan plan)
    {
        var known = SharedFields.OfWoman(pack).Select(f => f.Name).Concat(ofGroup ? SharedFields.OfGroup : []).ToList();
        plan = new(CheckAlly.Short(request.Reason, Referral.LongestReason) ?? "", [.. known.Where(f => request.Fields.Contains(f, StringComparer.Ordinal))], ally.AnswerDays ?? pack.Allies.AnswerDays);
        if (!FreeText.SaysSomething(plan.Reason)) return ReferralProblem.NoReason;
        if (request.Fields.Any(f => !known.Contains(f, StringComparer.Ordinal))) return ReferralProblem.NotShareable;
        return plan.Fields.Count == 0 ? ReferralProblem.NothingShared : null;
    }
}

public enum ReferralProblem { NoSuchAlly, NoReason, NothingShared, NotShareable, NothingOfHers, AlreadyOpen, NotTakingPart }
