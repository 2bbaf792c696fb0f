using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Programme.Tests.Groups;

/// <summary>What tests do with groups.</summary>
internal static class GroupHouse
{
    public static async Task<GroupId> AGroup(this House house, string name = "Manos de Coclé", string country = "PA", string region = "PA-2")
    {
        var made = await house.Ask<FoundGroup, FoundGroup.Result>(found => found.Handle(new(new GroupDescription(country, region, null, name, "TEX", "es"), GroupOrigin.Staff, "staff-1"), CancellationToken.None));
        return made.Group!.Id;
    }

    public static Task<InviteResult> Invites(this House house, GroupId group, Woman woman) =>
        house.Ask<InviteToGroup, InviteResult>(invite => invite.Handle(new(group, woman.Folio.Spoken, "staff-1", null, null), CancellationToken.None));

    public static Task Answers(this House house, GroupId group, Woman woman, bool accepts, bool sharesName = false) =>
        house.Do<AnswerInvitation>(answer => answer.Handle(new(group, woman.Participant, accepts, sharesName), CancellationToken.None));

    public static Task Joins(this House house, GroupId group, Woman woman, bool sharesName = false) =>
        house.Do<JoinGroup>(join => join.Handle(group, woman.Participant, sharesName, CancellationToken.None));

    public static Task<ChangeResult> MovesGroup(this House house, GroupId group, GroupTrigger trigger, string? reason = null) =>
        house.Ask<ChangeGroup, ChangeResult>(change => change.Move(new(group, "staff-1", reason, null), trigger, CancellationToken.None));

    public static async Task<ReadGroup.Result> ReadsGroup(this House house, GroupId group) =>
        (await house.Ask<ReadGroup, ReadGroup.Result?>(read => read.Handle(group, null, CancellationToken.None)))!;

    public static Task<IReadOnlyList<ReadOwnGroup.Standing>> OwnGroups(this House house, Woman woman) =>
        house.Ask<ReadOwnGroup, IReadOnlyList<ReadOwnGroup.Standing>>(read => read.Handle(woman.Participant, CancellationToken.None));
}
