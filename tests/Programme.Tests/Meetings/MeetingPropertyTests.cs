using CoopAssistant.Programme.Meetings;

namespace CoopAssistant.Programme.Tests.Meetings;

/// <summary>Whatever is done in whatever order: never more than there are places, nobody overtakes, and the history tells it all.</summary>
public sealed class MeetingPropertyTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 30, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Random_steps_leave_a_legal_list_and_a_complete_history(int seed)
    {
        var random = new Random(seed);
        ParticipantId[] women = [.. Enumerable.Range(0, 8).Select(i => new ParticipantId(new Guid(i + 1, 0, 0, new byte[8])))];
        var meeting = Meeting.Plan(new MeetingId(Guid.NewGuid()), AttendanceCode.Draw(), new("PA", "PA-2", null, null, null), new(MeetingKind.Workshop, null) { Capacity = 3 }, new(Start.AddDays(40), Start.AddDays(40).AddHours(2), "Escuela"), "s", Start);
        var now = Start;

        for (var step = 0; step < 150; step++)
        {
            now += TimeSpan.FromMinutes(random.Next(1, 500));
            var (entries, version, held) = (meeting.Entries.Count, meeting.Version, Places(meeting));
            var waiting = meeting.Guests.Where(g => g.Answer == GuestAnswer.Waiting).OrderBy(g => g.AnsweredAt).Select(g => g.ParticipantId).ToList();

            Do(meeting, random, women[random.Next(women.Length)], now);

            Assert.Equal(meeting.Entries.Count - entries, meeting.Version - version);
            Assert.InRange(meeting.Coming, 0, Math.Max(meeting.Capacity ?? int.MaxValue, held.Count)); // fewer places later take none from who has one
            if (meeting.TakesAnswersAt(now) && meeting.Capacity is { } places && meeting.Coming < places) Assert.DoesNotContain(meeting.Guests, g => g.Answer == GuestAnswer.Waiting);
            var served = waiting.Where(woman => meeting.GuestOf(woman)!.Answer == GuestAnswer.Yes).ToList();
            var stillThere = waiting.Where(woman => meeting.GuestOf(woman)!.Answer is GuestAnswer.Yes or GuestAnswer.Waiting).ToList();
            Assert.Equal(stillThere.Take(served.Count), served);
        }

        Assert.Equal(meeting.Entries.OrderBy(e => e.At), meeting.Entries);
        Assert.Equal(women.Length, meeting.Guests.Select(g => g.ParticipantId).Union(women).Count());
        Assert.Equal(meeting.Guests.Count, meeting.Guests.Select(g => g.ParticipantId).Distinct().Count());
    }

    private static List<ParticipantId> Places(Meeting meeting) => [.. meeting.Guests.Where(g => g.Answer == GuestAnswer.Yes).Select(g => g.ParticipantId)];

    private static void Do(Meeting meeting, Random random, ParticipantId woman, DateTimeOffset now)
    {
        switch (random.Next(12))
        {
            case 0: meeting.Invite([woman], "s", now); break;
            case 1: meeting.Withdraw(woman, "s", null, now, out _); break;
            case 2: meeting.Change(meeting.Described with { Capacity = random.Next(1, 6) }, "s", null, now); break;
            case 3: meeting.Attend(woman, isListed: true, AttendanceMark.Code, now); break;
            case 4: meeting.TakeAttendance(new HashSet<ParticipantId> { woman }, new HashSet<ParticipantId>(), "s", now); break;
            case 5 or 6 or 7: meeting.Answer(woman, comes: false, GuestNeeds.None, "ella", now, out _); break;
            default: meeting.Answer(woman, comes: true, (GuestNeeds)random.Next(8), "ella", now, out _); break;
        }
    }

    [Fact]
    public void Every_wrong_digit_and_every_swap_of_neighbours_in_a_code_is_noticed()
    {
        var code = AttendanceCode.Draw().Digits;

        for (var at = 0; at < code.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
                if (digit != code[at]) Assert.False(AttendanceCode.TryFind(string.Concat(code.AsSpan(0, at), digit.ToString(), code.AsSpan(at + 1)), out _));
            if (at > 0 && code[at] != code[at - 1])
                Assert.False(AttendanceCode.TryFind(string.Concat(code.AsSpan(0, at - 1), code[at].ToString(), code[at - 1].ToString(), code.AsSpan(at + 1)), out _));
        }
        Assert.True(AttendanceCode.TryFind($"ASISTENCIA {code[..4]}-{code[4..]}", out _));
        Assert.True(AttendanceCode.TryFind(string.Join(' ', code.ToCharArray()), out _));
    }
}
