using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Tests.Groups;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Tests.Meetings;

public abstract class MeetingStoryTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : MeetingStoryTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : MeetingStoryTests(DatabaseKind.Postgres);

    private static readonly TimeSpan InThreeDays = TimeSpan.FromDays(3);

    [Fact]
    public async Task Members_are_asked_answer_with_what_they_need_and_staff_see_the_counts()
    {
        await using var house = await House.On(kind);
        var (group, women) = await house.AGroupOf(3);
        var meeting = await house.Plans(group, InThreeDays);

        await house.Says(meeting, women[0], comes: true, GuestAnswer.Yes, GuestNeeds.Childcare | GuestNeeds.Transport);
        await house.Says(meeting, women[1], comes: false, GuestAnswer.No);

        var read = await house.Reads(meeting);
        Assert.Equal((1, 1, 1), (read.Answering(GuestAnswer.Yes), read.Answering(GuestAnswer.No), read.Answering(GuestAnswer.Open)));
        Assert.Equal((1, 1, 0), (read.Needing(GuestNeeds.Childcare), read.Needing(GuestNeeds.Transport), read.Needing(GuestNeeds.Language)));
        Assert.Equal([MeetingEntryKind.Planned, MeetingEntryKind.Invited, MeetingEntryKind.Answered, MeetingEntryKind.Answered], read.Meeting.Entries.OrderBy(e => e.Id).Select(e => e.Kind));
        Assert.Equal(RegistrationStep.Herself, read.Meeting.Entries.MaxBy(e => e.Id)!.Author);
        Assert.Equal("PA-2", read.Meeting.RegionCode);
    }

    [Fact]
    public async Task The_last_place_goes_to_one_and_the_first_in_line_gets_the_place_that_is_freed()
    {
        await using var house = await House.On(kind);
        var (group, women) = await house.AGroupOf(4);
        var meeting = await house.Plans(group, InThreeDays, MeetingHouse.Workshop(capacity: 1));
        await house.Says(meeting, women[0], comes: true, GuestAnswer.Yes);

        // Her turn was decided while there was a place: it is decided anew.
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => house.Says(meeting, women[1], comes: true, GuestAnswer.Yes));
        await house.Says(meeting, women[1], comes: true, GuestAnswer.Waiting);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Says(meeting, women[2], comes: true, GuestAnswer.Waiting);
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        await house.Says(meeting, women[1], comes: true, GuestAnswer.Waiting, GuestNeeds.Childcare); // tells more, and keeps her turn in line
        await house.Says(meeting, women[0], comes: false, GuestAnswer.No);

        var read = await house.Reads(meeting);
        Assert.Equal(GuestAnswer.Yes, read.Meeting.GuestOf(women[1].Participant)!.Answer);
        Assert.Equal(GuestNeeds.Childcare, read.Meeting.GuestOf(women[1].Participant)!.Needs);
        Assert.Equal(GuestAnswer.Waiting, read.Meeting.GuestOf(women[2].Participant)!.Answer);
        await house.Changes(meeting, (use, request) => use.Describe(request, MeetingHouse.Workshop(capacity: 2), CancellationToken.None));
        Assert.Equal(2, (await house.Reads(meeting)).Meeting.Coming);
    }

    [Fact]
    public async Task It_is_moved_and_cancelled_with_a_reason_and_the_history_keeps_when_it_was()
    {
        await using var house = await House.On(kind);
        var (group, _) = await house.AGroupOf(1);
        var meeting = await house.Plans(group, InThreeDays);
        var before = (await house.Reads(meeting)).Meeting.StartsAt;
        var slot = new MeetingSlot(before.AddDays(2), before.AddDays(2).AddHours(3), "Casa comunal");

        Assert.Equal(ChangeResult.ReasonMissing, (await house.Changes(meeting, (use, request) => use.Move(request, slot, CancellationToken.None), reason: " ")).Outcome);
        Assert.Equal(MeetingProblem.EndsBeforeItStarts, (await house.Changes(meeting, (use, request) => use.Move(request, slot with { EndsAt = slot.StartsAt }, CancellationToken.None))).Problem);
        Assert.Equal(ChangeResult.NotFound, (await house.Changes(meeting, (use, request) => use.Move(request, slot, CancellationToken.None), territory: Territory.OfRegions("PA-4"))).Outcome);
        Assert.Equal(ChangeResult.Changed, (await house.Changes(meeting, (use, request) => use.Move(request, slot, CancellationToken.None))).Outcome);
        Assert.Equal(ChangeResult.Changed, (await house.Changes(meeting, (use, request) => use.Cancel(request, CancellationToken.None))).Outcome);
        Assert.Equal(ChangeResult.NotPermitted, (await house.Changes(meeting, (use, request) => use.Cancel(request, CancellationToken.None))).Outcome);

        var read = (await house.Reads(meeting)).Meeting;
        var moved = read.Entries.Single(e => e.Kind == MeetingEntryKind.Moved);
        Assert.Equal(before, DateTimeOffset.Parse(moved.Detail!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(("lluvia", MeetingHouse.Staff), (moved.Reason, moved.Author));
        Assert.Equal((MeetingState.Cancelled, "Casa comunal"), (read.State, read.Venue));
    }

    [Fact]
    public async Task A_code_is_good_only_around_its_time_and_only_in_its_country_and_twice_is_harmless()
    {
        await using var house = await House.On(kind);
        var (group, women) = await house.AGroupOf(2);
        var meeting = await house.Plans(group, TimeSpan.FromHours(5));
        var code = (await house.Reads(meeting)).Meeting.Code;

        Assert.False(Assert.IsType<FindMeetingByCode.Result.NotNow>(await house.Finds(code, women[0])).IsOver);
        house.Clock.Advance(TimeSpan.FromHours(4.1));
        Assert.IsType<FindMeetingByCode.Result.Listed>(await house.Finds(code, women[0]));
        Assert.IsType<FindMeetingByCode.Result.Wrong>(await house.Finds(code, women[0], "BO"));
        await house.Types(meeting, women[0]);
        var first = (await house.Reads(meeting)).Meeting.GuestOf(women[0].Participant)!.AttendedAt;
        house.Clock.Advance(TimeSpan.FromMinutes(5));
        await house.Types(meeting, women[0]);

        var read = await house.Reads(meeting);
        Assert.Equal(1, read.Came);
        Assert.Equal((first, AttendanceMark.Code), (read.Meeting.GuestOf(women[0].Participant)!.AttendedAt, read.Meeting.GuestOf(women[0].Participant)!.AttendedBy));
        house.Clock.Advance(TimeSpan.FromHours(5));
        Assert.True(Assert.IsType<FindMeetingByCode.Result.NotNow>(await house.Finds(code, women[1])).IsOver);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => house.Types(meeting, women[1]));
    }

    [Fact]
    public async Task Who_is_not_on_the_list_is_found_in_her_region_and_refused_elsewhere()
    {
        await using var house = await House.On(kind);
        var (group, _) = await house.AGroupOf(1);
        var meeting = await house.Plans(group, TimeSpan.FromMinutes(30));
        var code = (await house.Reads(meeting)).Meeting.Code;
        var (near, far) = (await house.Registered("Eva Ruiz"), await house.Registered("Iris Mora", region: "PA-4"));

        Assert.IsType<FindMeetingByCode.Result.Unlisted>(await house.Finds(code, near));
        Assert.IsType<FindMeetingByCode.Result.Elsewhere>(await house.Finds(code, far));
        await house.Types(meeting, near, isListed: false);

        var guest = (await house.Reads(meeting)).Meeting.GuestOf(near.Participant)!;
        Assert.False(guest.IsListed);
        Assert.NotNull(guest.AttendedAt);
        Assert.Empty(await house.Upcoming(near)); // she came; she is not invited
    }

    [Fact]
    public async Task Attendance_by_list_can_be_undone_and_leaves_marks_that_the_screen_did_not_show()
    {
        await using var house = await House.On(kind);
        var (group, women) = await house.AGroupOf(3);
        var meeting = await house.Plans(group, TimeSpan.FromMinutes(30));
        Assert.Equal(ChangeResult.NotPermitted, await house.Marks(meeting, women));
        house.Clock.Advance(TimeSpan.FromHours(1));

        await house.Types(meeting, women[2]); // after the screen was opened
        Assert.Equal(ChangeResult.Changed, await house.Marks(meeting, [women[0], women[1]]));
        Assert.Equal(3, (await house.Reads(meeting)).Came);
        Assert.Equal(ChangeResult.Changed, await house.Marks(meeting, [women[0], women[2]], undone: [women[1]], holds: false));

        var read = await house.Reads(meeting);
        Assert.Equal((2, MeetingState.Held), (read.Came, read.Meeting.State));
        Assert.Equal(women[1].Participant, read.Meeting.Entries.Single(e => e.Kind == MeetingEntryKind.AttendanceUndone).ParticipantId);
    }

    [Fact]
    public async Task Hours_count_for_who_came_once_the_meeting_was_held()
    {
        await using var house = await House.On(kind);
        var (group, women) = await house.AGroupOf(2);
        var course = await house.Plans(group, TimeSpan.FromMinutes(30), MeetingHouse.Workshop(minutes: 150, prior: true));
        var talk = await house.Plans(group, TimeSpan.FromMinutes(30), MeetingHouse.Workshop(minutes: 60));
        await house.Plans(group, InThreeDays);
        house.Clock.Advance(TimeSpan.FromHours(1));

        await house.Marks(course, [women[0]], holds: false);
        Assert.Equal(Training.None, await house.TrainingOf(women[0]));
        await house.Marks(course, [women[0]]);
        await house.Marks(talk, [women[0], women[1]]);

        Assert.Equal(new Training(210, 150), await house.TrainingOf(women[0]));
        var group1 = await house.Ask<ReadTraining, GroupTraining>(read => read.OfGroup(group, CancellationToken.None));
        Assert.Equal((new Sessions(2, 3), new Training(210, 150)), (group1.Sessions, group1.Given));
        Assert.Equal((1, 0), (group1.MembersWithPriorCourse(2), group1.MembersWithPriorCourse(3)));
        Assert.Equal(new Sessions(1, 3), await house.Ask<ReadTraining, Sessions>(read => read.SessionsOf(women[1].Participant, group, CancellationToken.None)));
        await house.Changes(talk, (use, request) => use.Reopen(request, CancellationToken.None));
        Assert.Equal(new Training(150, 150), await house.TrainingOf(women[0]));
    }

    [Fact]
    public async Task A_member_who_joins_later_sees_the_meeting_and_who_leaves_is_no_longer_expected()
    {
        await using var house = await House.On(kind);
        var (group, women) = await house.AGroupOf(2);
        var meeting = await house.Plans(group, InThreeDays, MeetingHouse.Workshop(capacity: 1));
        await house.Says(meeting, women[0], comes: true, GuestAnswer.Yes);
        await house.Says(meeting, women[1], comes: true, GuestAnswer.Waiting);
        var late = await house.Registered("Eva Ruiz");
        var stranger = await house.Registered("Iris Mora");
        await house.Joins(group, late);

        Assert.Single(await house.Upcoming(late));
        Assert.Empty(await house.Upcoming(stranger));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => house.Says(meeting, stranger, comes: true, GuestAnswer.Waiting));
        await house.Ask<ProgrammeDb, bool>(async db =>
        {
            var left = await db.Groups.Include(g => g.Members).SingleAsync(g => g.Id == group);
            left.Leave(women[0].Participant, RegistrationStep.Herself, null, house.Clock.Now, DateOnly.FromDateTime(house.Clock.Now.UtcDateTime));
            await new LeaveMeetings(db, [], house.Clock).On(new(left, women[0].Participant, GroupEntryKind.Left, RegistrationStep.Herself), CancellationToken.None);
            await db.SaveAsync(CancellationToken.None);
            return true;
        });

        Assert.Empty(await house.Upcoming(women[0]));
        Assert.Equal(GuestAnswer.Yes, (await house.Reads(meeting)).Meeting.GuestOf(women[1].Participant)!.Answer);
    }

    [Fact]
    public async Task Lists_hold_what_is_of_the_territory_and_what_waits_to_be_closed()
    {
        await using var house = await House.On(kind);
        var (group, women) = await house.AGroupOf(1);
        var meeting = await house.Plans(group, TimeSpan.FromMinutes(30));
        Task<ListMeetings.Result> List(MeetingView view, Territory? territory = null) => house.Ask<ListMeetings, ListMeetings.Result>(list => list.Handle(new(territory, view), CancellationToken.None));

        Assert.Equal("Manos de Coclé", Assert.Single((await List(MeetingView.Upcoming, Territory.OfRegions("PA-2"))).Rows).Group);
        Assert.Empty((await List(MeetingView.Upcoming, Territory.OfRegions("PA-4"))).Rows);
        house.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal((0, 1), ((await List(MeetingView.Upcoming)).Total, (await List(MeetingView.ToClose)).Total));
        await house.Marks(meeting, women);

        var held = await List(MeetingView.Held);
        Assert.Equal((1, 0), (held.Total, held.Counts[MeetingView.ToClose]));
        Assert.Equal(1, held.Rows[0].Came);
    }

    [Fact]
    public async Task A_calendars_secret_is_good_until_it_is_renewed_or_taken_back()
    {
        await using var house = await House.On(kind);
        var first = await house.Ask<CalendarFeeds, string>(feeds => feeds.Open("s1", CancellationToken.None));
        Assert.Equal("s1", await Owner(first));
        var second = await house.Ask<CalendarFeeds, string>(feeds => feeds.Open("s1", CancellationToken.None));
        Assert.Null(await Owner(first));
        Assert.Equal("s1", await Owner(second));

        await house.Do<CalendarFeeds>(feeds => feeds.Revoke("s1", CancellationToken.None));

        Assert.Null(await Owner(second));
        Assert.Null(await Owner(""));

        Task<string?> Owner(string secret) => house.Ask<CalendarFeeds, string?>(feeds => feeds.Owner(secret, CancellationToken.None));
    }
}
