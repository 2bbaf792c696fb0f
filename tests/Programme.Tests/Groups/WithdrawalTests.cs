using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;

namespace CoopAssistant.Programme.Tests.Groups;

/// <summary>A registration that is taken back takes the woman out of the group in formation.</summary>
public abstract class WithdrawalTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : WithdrawalTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : WithdrawalTests(DatabaseKind.Postgres);

    [Fact]
    public async Task She_leaves_the_group_in_formation_with_her_reason_and_her_seat_is_free()
    {
        await using var house = await House.On(kind);
        var (ana, group, other) = (await house.Registered(), await house.AGroup(), await house.AGroup("Otras"));
        await house.Joins(group, ana);
        await house.Do<ChangeMembership>(change => change.AppointCoordinator(new(group, ana.Participant, "staff-1", null), CancellationToken.None));

        await house.Ask<WithdrawRegistration, MoveResult>(withdraw => withdraw.Handle(new(ana.Registration, ana.Participant, "me mudo"), CancellationToken.None));

        var read = (await house.ReadsGroup(group)).Group;
        var last = read.Entries.MaxBy(e => e.Id)!;
        Assert.Equal((MemberState.Left, null), (read.Members.Single().State, read.CoordinatorId));
        Assert.Equal((GroupEntryKind.LeftWithRegistration, ana.Participant, RegistrationStep.Herself, "me mudo"), (last.Kind, last.ParticipantId!.Value, last.Author, last.Reason));
        await house.Joins(other, ana); // her seat is free
        Assert.Equal(other, (await house.OwnGroups(ana)).Single().Id);
    }

    [Fact]
    public async Task An_invitation_ends_and_staff_who_withdraw_are_the_author()
    {
        await using var house = await House.On(kind);
        var (ana, group) = (await house.Registered(), await house.AGroup());
        await house.Invites(group, ana);

        await house.Moves(ana, RegistrationTrigger.Withdraw, "ya no quiere");

        var read = (await house.ReadsGroup(group)).Group;
        Assert.Equal(MemberState.Withdrawn, read.Members.Single().State);
        Assert.Equal("staff-1", read.Entries.MaxBy(e => e.Id)!.Author);
    }

    [Fact]
    public async Task A_cooperative_keeps_her_and_so_does_a_group_when_another_registration_of_hers_goes_on()
    {
        await using var house = await House.On(kind);
        var (ana, eva, group) = (await house.Registered(), await house.Registered("Eva Ruiz"), await house.AGroup());
        await house.Joins(group, ana);
        await house.MovesGroup(group, GroupTrigger.Recognise);
        await house.Moves(ana, RegistrationTrigger.Withdraw, "ya no quiere");
        Assert.Equal(MemberState.Member, (await house.ReadsGroup(group)).Group.Members.Single().State);

        var forming = await house.AGroup("Nuevas");
        await house.Joins(forming, eva);
        await house.Moves(eva, RegistrationTrigger.Close, "se unió a otro registro");
        Assert.Equal(MemberState.Member, (await house.ReadsGroup(forming)).Group.Members.Single().State);
    }
}
