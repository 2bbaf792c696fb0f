using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>A woman leaves a group, goes on to another, coordinates, or is no longer asked: by staff, or leaving by herself. Each with reason, time and author.</summary>
public sealed class ChangeMembership(ProgrammeDb db, ProgrammePacks packs, IEnumerable<IListen<MembershipChanged>> listeners, TimeProvider clock)
{
    /// <param name="Author">Staff id, or <see cref="RegistrationStep.Herself"/>.</param>
    public sealed record Request(GroupId Group, ParticipantId Participant, string Author, string? Reason, Territory? Territory = null);

    public Task<MembershipResult> Leave(Request request, CancellationToken cancel) =>
        LacksReason(request) ? Task.FromResult(MembershipResult.ReasonMissing) : Change(request, GroupEntryKind.Left, group => group.Leave(request.Participant, request.Author, request.Reason, clock.GetUtcNow(), Today(group)), cancel);

    public Task<MembershipResult> WithdrawInvitation(Request request, CancellationToken cancel) =>
        Change(request, GroupEntryKind.InvitationWithdrawn, group => group.WithdrawInvitation(request.Participant, request.Author, request.Reason, clock.GetUtcNow()), cancel);

    public Task<MembershipResult> AppointCoordinator(Request request, CancellationToken cancel) =>
        Change(request, GroupEntryKind.CoordinatorAppointed, group => group.AppointCoordinator(request.Participant, request.Author, request.Reason, clock.GetUtcNow()), cancel);

    /// <summary>To another group of the same country, at her wish, in one step: she is never in both and never in none.</summary>
    public async Task<MembershipResult> MoveTo(Request request, GroupId to, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (LacksReason(request)) return MembershipResult.ReasonMissing;
        var target = await db.Groups.Within(request.Territory).AsSplitQuery().Include(g => g.Members).Include(g => g.Officers).SingleOrDefaultAsync(g => g.Id == to, cancel);
        var source = await db.Groups.Within(request.Territory).AsSplitQuery().Include(g => g.Members).Include(g => g.Officers).SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        if (target is null || source is null || target == source || target.Country != source.Country) return MembershipResult.NotFound;
        var now = clock.GetUtcNow();
        if (!source.MoveAway(request.Participant, request.Author, request.Reason, now, Today(source))) return MembershipResult.NotPermitted;
        if (!target.Join(request.Participant, sharesName: false, request.Author, request.Reason, now)) return MembershipResult.NotPermitted;
        return await Save(target, request, GroupEntryKind.MovedAway, cancel);
    }

    private async Task<MembershipResult> Change(Request request, GroupEntryKind kind, Func<Group, bool> change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await db.Groups.Within(request.Territory).AsSplitQuery().Include(g => g.Members).Include(g => g.Officers).SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        if (group is null) return MembershipResult.NotFound;
        return change(group) ? await Save(group, request, kind, cancel) : MembershipResult.NotPermitted;
    }

    private async Task<MembershipResult> Save(Group group, Request request, GroupEntryKind kind, CancellationToken cancel)
    {
        foreach (var listener in listeners) await listener.On(new(group, request.Participant, kind, request.Author), cancel);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return MembershipResult.ChangedMeanwhile;
        }
        return MembershipResult.Changed;
    }

    private DateOnly Today(Group group) => packs.DayIn(group.Country, clock.GetUtcNow());

    private static bool LacksReason(Request request) => request.Author != RegistrationStep.Herself && string.IsNullOrWhiteSpace(request.Reason);
}

public enum MembershipResult { Changed, NotFound, NotPermitted, ChangedMeanwhile, ReasonMissing }
