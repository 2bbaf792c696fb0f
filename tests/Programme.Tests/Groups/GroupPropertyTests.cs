using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Programme.Tests.Groups;

/// <summary>Whatever is done in whatever order: no illegal state, and the history tells it all.</summary>
public sealed class GroupPropertyTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 30, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_steps_leave_a_legal_group_and_a_complete_history(int seed)
    {
        var random = new Random(seed);
        ParticipantId[] women = [.. Enumerable.Range(0, 6).Select(i => new ParticipantId(new Guid(i + 1, 0, 0, new byte[8])))];
        var group = Group.Found(new GroupId(Guid.NewGuid()), GroupCode.Draw(), new("PA", "PA-2", null, "Manos", "TEX", "es"), GroupOrigin.Staff, "s", null, Start);
        var (told, now) = (new Dictionary<ParticipantId, MemberState>(), Start);

        for (var step = 0; step < 200; step++)
        {
            now += TimeSpan.FromHours(random.Next(0, 100));
            var (entries, version, woman) = (group.Entries.Count, group.Version, women[random.Next(women.Length)]);
            var before = Picture(group);

            var isDone = Do(group, random, woman, now);

            Assert.Equal(isDone ? entries + 1 : entries, group.Entries.Count);
            Assert.Equal(isDone ? version + 1 : version, group.Version);
            if (!isDone) Assert.Equal(before, Picture(group));
            if (isDone) Replay(told, group.Entries[^1]);
            IsLegal(group);
        }

        Assert.Equal(told.OrderBy(t => t.Key.Value), group.Members.ToDictionary(m => m.ParticipantId, m => m.State).OrderBy(t => t.Key.Value));
        Assert.Equal(group.Entries.OrderBy(e => e.At), group.Entries);
    }

    private static bool Do(Group group, Random random, ParticipantId woman, DateTimeOffset now) => random.Next(10) switch
    {
        0 or 1 => group.Invite(woman, "s", null, now),
        2 or 3 => group.Join(woman, random.Next(2) == 0, "ella", null, now),
        4 => group.Refuse(woman, "ella", now),
        5 => group.WithdrawInvitation(woman, "s", null, now),
        6 => group.Leave(woman, "s", "r", now, Day(now)),
        7 => group.MoveAway(woman, "s", "r", now, Day(now)),
        8 => group.AppointCoordinator(woman, "s", null, now),
        _ => random.Next(4) == 0 && group.Move((GroupTrigger)random.Next(6), "s", "r", now),
    };

    private static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    private static void IsLegal(Group group)
    {
        Assert.All(group.Members, m => Assert.Equal(m.State == MemberState.Member && GroupLifecycle.IsForming(group.State) ? m.ParticipantId.Value : null, m.Seat));
        Assert.All(group.Members.Where(m => m.State != MemberState.Member), m => Assert.False(m.SharesName));
        if (group.CoordinatorId is { } leads) Assert.Equal(MemberState.Member, group.Members.Single(m => m.ParticipantId == leads).State);
        Assert.Equal(group.Members.Count, group.Members.DistinctBy(m => m.ParticipantId).Count());
    }

    private static void Replay(Dictionary<ParticipantId, MemberState> told, GroupEntry entry)
    {
        if (entry.ParticipantId is not { } woman) return;
        told[woman] = entry.Kind switch
        {
            GroupEntryKind.Invited => MemberState.Invited,
            GroupEntryKind.Joined => MemberState.Member,
            GroupEntryKind.Refused => MemberState.Refused,
            GroupEntryKind.InvitationWithdrawn => MemberState.Withdrawn,
            GroupEntryKind.Left => MemberState.Left,
            GroupEntryKind.MovedAway => MemberState.Moved,
            _ => told[woman],
        };
    }

    private static string Picture(Group group) =>
        $"{group.State} {group.CoordinatorId} " + string.Join(';', group.Members.Select(m => $"{m.ParticipantId.Value} {m.State} {m.SharesName} {m.Since.Ticks} {m.Seat}"));
}
