using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Tests.Groups;

namespace CoopAssistant.Programme.Tests.Meetings;

/// <summary>What tests do with meetings.</summary>
internal static class MeetingHouse
{
    public const string Staff = "staff-1";

    /// <summary>A group in Coclé with members.</summary>
    public static async Task<(GroupId Group, Woman[] Women)> AGroupOf(this House house, int women)
    {
        var group = await house.AGroup();
        var all = new List<Woman>();
        for (var i = 0; i < women; i++)
        {
            all.Add(await house.Registered($"Mujer {(char)('A' + i)}"));
            await house.Joins(group, all[^1]);
        }
        return (group, [.. all]);
    }

    /// <param name="startsIn">From now; it lasts two hours.</param>
    public static async Task<MeetingId> Plans(this House house, GroupId group, TimeSpan startsIn, MeetingPlan? plan = null, bool invites = true)
    {
        var at = house.Clock.Now + startsIn;
        var result = await house.Ask<PlanMeeting, PlanMeeting.Result>(use => use.Handle(
            new(group, null, plan ?? Workshop(), new(at, at.AddHours(2), "Escuela El Valle"), Staff, null, invites), CancellationToken.None));
        Assert.Null(result.Problem);
        return result.Id!.Value;
    }

    public static MeetingPlan Workshop(int? capacity = null, int minutes = 240, bool prior = false) => new(MeetingKind.Workshop, "El libro de caja") { Capacity = capacity, CourseMinutes = minutes, IsPriorCourse = prior };

    public static Task Says(this House house, MeetingId meeting, Woman woman, bool comes, GuestAnswer expected, GuestNeeds needs = GuestNeeds.None) =>
        house.Do<AnswerMeeting>(answer => answer.InTurn(new(meeting, woman.Participant, comes, needs, RegistrationStep.Herself, Expected: expected), CancellationToken.None));

    public static Task Types(this House house, MeetingId meeting, Woman woman, bool isListed = true) =>
        house.Do<AttendMeeting>(attend => attend.Handle(meeting, woman.Participant, isListed, CancellationToken.None));

    public static Task<FindMeetingByCode.Result> Finds(this House house, string code, Woman woman, string country = "PA")
    {
        Assert.True(AttendanceCode.TryFind(code, out var known));
        return house.Ask<FindMeetingByCode, FindMeetingByCode.Result>(find => find.Handle(known, woman.Participant, country, house.Clock.Now, CancellationToken.None));
    }

    public static async Task<ReadMeeting.Result> Reads(this House house, MeetingId meeting) =>
        (await house.Ask<ReadMeeting, ReadMeeting.Result?>(read => read.Handle(meeting, null, CancellationToken.None)))!;

    public static Task<ChangeResult> Marks(this House house, MeetingId meeting, Woman[] present, Woman[]? undone = null, bool holds = true) =>
        house.Ask<TakeAttendance, ChangeResult>(take => take.Handle(
            new(meeting, present.Select(w => w.Participant).ToHashSet(), (undone ?? []).Select(w => w.Participant).ToHashSet(), holds, Staff, null), CancellationToken.None));

    public static Task<ChangeMeeting.Result> Changes(this House house, MeetingId meeting, Func<ChangeMeeting, ChangeMeeting.Request, Task<ChangeMeeting.Result>> change, string? reason = "lluvia", Territory? territory = null) =>
        house.Ask<ChangeMeeting, ChangeMeeting.Result>(use => change(use, new(meeting, Staff, reason, territory)));

    public static Task<Training> TrainingOf(this House house, Woman woman) => house.Ask<ReadTraining, Training>(read => read.OfWoman(woman.Participant, CancellationToken.None));

    public static Task<IReadOnlyList<ReadOwnMeetings.Own>> Upcoming(this House house, Woman woman) =>
        house.Ask<ReadOwnMeetings, IReadOnlyList<ReadOwnMeetings.Own>>(read => read.Handle(woman.Participant, house.Clock.Now, CancellationToken.None));
}
