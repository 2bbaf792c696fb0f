using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Groups;

public abstract class GroupStoryTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : GroupStoryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : GroupStoryTests(DatabaseKind.Postgres);

    private const string Staff = "staff-1";

    [Fact]
    public async Task Nobody_is_a_member_before_her_own_yes()
    {
        await using var house = await House.On(kind);
        var (ana, group) = (await house.Registered(), await house.AGroup());

        Assert.Equal(InviteResult.Asked, await house.Invites(group, ana));
        Assert.Equal(InviteResult.AlreadyAsked, await house.Invites(group, ana));
        Assert.Equal(MemberState.Invited, (await house.ReadsGroup(group)).Members.Single().State);
        await house.Answers(group, ana, accepts: true);

        var read = await house.ReadsGroup(group);
        Assert.Equal(MemberState.Member, read.Members.Single().State);
        Assert.Equal([GroupEntryKind.Founded, GroupEntryKind.Invited, GroupEntryKind.Joined], read.Group.Entries.OrderBy(e => e.Id).Select(e => e.Kind));
        Assert.Equal((RegistrationStep.Herself, ana.Participant), (read.Group.Entries.MaxBy(e => e.Id)!.Author, read.Group.Entries.MaxBy(e => e.Id)!.ParticipantId));
    }

    [Fact]
    public async Task Who_refuses_may_be_asked_again_and_who_answered_may_not_answer_twice()
    {
        await using var house = await House.On(kind);
        var (ana, group) = (await house.Registered(), await house.AGroup());
        await house.Invites(group, ana);
        await house.Answers(group, ana, accepts: false);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => house.Answers(group, ana, accepts: true));
        Assert.Equal(InviteResult.Asked, await house.Invites(group, ana));
    }

    [Fact]
    public async Task A_woman_has_one_seat_in_a_forming_group()
    {
        await using var house = await House.On(kind);
        var (ana, first, second) = (await house.Registered(), await house.AGroup(), await house.AGroup("Las Molas"));
        await house.Invites(first, ana);
        await house.Answers(first, ana, accepts: true);

        Assert.Equal(InviteResult.HasGroup, await house.Invites(second, ana));

        // Two phones at the same moment: the database decides.
        var refused = await Assert.ThrowsAnyAsync<DbUpdateException>(() => house.Do<JoinGroup>(join => join.Handle(second, ana.Participant, false, CancellationToken.None)));
        Assert.IsNotType<DbUpdateConcurrencyException>(refused);
        Assert.Empty((await house.ReadsGroup(second)).Members);
    }

    [Fact]
    public async Task Once_recognised_her_seat_is_free_and_the_same_record_goes_on()
    {
        await using var house = await House.On(kind);
        var (ana, first, second) = (await house.Registered(), await house.AGroup(), await house.AGroup("Las Molas"));
        await house.Joins(first, ana);

        Assert.Equal(ChangeResult.Changed, await house.MovesGroup(first, GroupTrigger.Recognise));

        Assert.Equal(InviteResult.Asked, await house.Invites(second, ana));
        var read = await house.ReadsGroup(first);
        Assert.Equal((GroupState.Cooperative, MemberState.Member), (read.Group.State, read.Members.Single().State));
    }

    [Fact]
    public async Task She_moves_to_another_group_in_one_step_with_a_reason()
    {
        await using var house = await House.On(kind);
        var (ana, first, second) = (await house.Registered(), await house.AGroup(), await house.AGroup("Las Molas"));
        await house.Joins(first, ana);
        ChangeMembership.Request Because(string? reason) => new(first, ana.Participant, Staff, reason);

        Assert.Equal(MembershipResult.ReasonMissing, await house.Ask<ChangeMembership, MembershipResult>(change => change.MoveTo(Because("  "), second, CancellationToken.None)));
        Assert.Equal(MembershipResult.Changed, await house.Ask<ChangeMembership, MembershipResult>(change => change.MoveTo(Because("se mudó"), second, CancellationToken.None)));

        Assert.Equal(MemberState.Moved, (await house.ReadsGroup(first)).Members.Single().State);
        Assert.Equal(MemberState.Member, (await house.ReadsGroup(second)).Members.Single().State);
        var last = (await house.ReadsGroup(first)).Group.Entries.MaxBy(e => e.Id)!;
        Assert.Equal((GroupEntryKind.MovedAway, "se mudó", Staff, house.Clock.GetUtcNow()), (last.Kind, last.Reason, last.Author, last.At));
    }

    [Fact]
    public async Task A_group_that_exists_registers_through_one_woman_and_others_join_with_its_code()
    {
        await using var house = await House.On(kind);
        var (ana, eva) = (await house.Registered(), await house.Registered("Eva Ruiz"));
        var (group, code) = (GroupId.New(house.Clock), GroupCode.Draw());
        await house.Do<RegisterOwnGroup>(register => register.Handle(
            new(group, code, ana.Participant, new GroupDescription("PA", "PA-2", "PA-2.anton", "Manos de Antón", "TEX", "es"), 12), CancellationToken.None));

        var offer = await house.Ask<ReadOwnGroup, ReadOwnGroup.Offer?>(read => read.ByCode(code, CancellationToken.None));
        await house.Do<JoinGroup>(join => join.Handle(offer!.Id, eva.Participant, sharesName: true, CancellationToken.None));

        var hers = (await house.OwnGroups(ana)).Single();
        Assert.Equal((true, 2, "Eva Ruiz"), (hers.IsCoordinator, hers.Members, hers.Names.Single()));
    }

    [Fact]
    public async Task Members_see_a_number_and_only_the_coordinator_sees_names_of_who_agreed()
    {
        await using var house = await House.On(kind);
        var (ana, eva, iris) = (await house.Registered(), await house.Registered("Eva Ruiz"), await house.Registered("Iris Mora"));
        var group = await house.AGroup();
        await house.Joins(group, ana);
        await house.Joins(group, eva, sharesName: true);
        await house.Joins(group, iris, sharesName: false);
        await house.Ask<ChangeMembership, MembershipResult>(change => change.AppointCoordinator(new(group, ana.Participant, Staff, null), CancellationToken.None));

        Assert.Equal(["Eva Ruiz"], (await house.OwnGroups(ana)).Single().Names);
        Assert.Equal((3, 0), ((await house.OwnGroups(eva)).Single().Members, (await house.OwnGroups(eva)).Single().Names.Count));

        // Who leaves shares nothing any more, and who left coordinates nothing.
        await house.Ask<ChangeMembership, MembershipResult>(change => change.Leave(new(group, ana.Participant, RegistrationStep.Herself, null), CancellationToken.None));
        Assert.Empty(await house.OwnGroups(ana));
        Assert.Null((await house.ReadsGroup(group)).Group.CoordinatorId);
    }

    [Fact]
    public async Task Staff_of_another_region_find_nothing_and_change_nothing()
    {
        await using var house = await House.On(kind);
        var (ana, group) = (await house.Registered(), await house.AGroup());
        await house.Joins(group, ana);
        var elsewhere = Territory.OfRegions("PA-4");

        Assert.Null(await house.Ask<ReadGroup, ReadGroup.Result?>(read => read.Handle(group, elsewhere, CancellationToken.None)));
        Assert.Equal(0, (await house.Ask<ListGroups, ListGroups.Result>(list => list.Handle(new(elsewhere), CancellationToken.None))).Total);
        Assert.Equal(InviteResult.NotFound, await house.Ask<InviteToGroup, InviteResult>(invite => invite.Handle(new(group, ana.Folio.Spoken, Staff, null, elsewhere), CancellationToken.None)));
        Assert.Equal(MembershipResult.NotFound, await house.Ask<ChangeMembership, MembershipResult>(change => change.Leave(new(group, ana.Participant, Staff, "x", elsewhere), CancellationToken.None)));
        Assert.Equal(ChangeResult.NotFound, await house.Ask<ChangeGroup, ChangeResult>(change => change.Move(new(group, Staff, "x", elsewhere), GroupTrigger.Dissolve, CancellationToken.None)));
        Assert.Equal(MemberState.Member, (await house.ReadsGroup(group)).Members.Single().State);
    }

    [Fact]
    public async Task A_folio_of_another_region_opens_nothing()
    {
        await using var house = await House.On(kind);
        var (far, group) = (await house.Registered("Eva Ruiz", region: "PA-4"), await house.AGroup());

        var asked = await house.Ask<InviteToGroup, InviteResult>(invite => invite.Handle(new(group, far.Folio.Spoken, Staff, null, Territory.OfRegions("PA-2")), CancellationToken.None));

        Assert.Equal(InviteResult.NoSuchWoman, asked);
    }
}
