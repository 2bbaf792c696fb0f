using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Testing;

/// <summary>Invented meetings.</summary>
public static class MeetingSeed
{
    /// <param name="startsIn">From now; it lasts two hours.</param>
    public static async Task<MeetingId> Meeting(this Seed seed, GroupId group, TimeProvider clock, TimeSpan startsIn, MeetingPlan? plan = null)
    {
        var at = clock.GetUtcNow() + startsIn;
        var result = await seed.Ask<PlanMeeting, PlanMeeting.Result>(use => use.Handle(
            new(group, null, plan ?? new(MeetingKind.Workshop, "El libro de caja") { CourseMinutes = 150, Capacity = 1, OffersChildcare = true }, new(at, at.AddHours(2), "Escuela El Valle"), "x", null, InvitesMembers: true), CancellationToken.None));
        return result.Id!.Value;
    }

    /// <summary>A workshop that goes on: one comes and needs something, one waits, one walked in; and one that is over and not closed.</summary>
    public static async Task<Guid> AWorkshop(this Seed seed, TimeProvider clock)
    {
        var group = await seed.Group("Manos de El Valle");
        var (ana, eva, iris) = (await seed.Woman("Ana", "Campos"), await seed.Woman("Eva", "Solís"), await seed.Woman("Iris", "Vega"));
        foreach (var member in new[] { ana, eva }) await seed.Do<JoinGroup>(j => j.Handle(group, member.Participant, true, CancellationToken.None));
        var meeting = await seed.Meeting(group, clock, TimeSpan.FromMinutes(-30));
        await seed.Do<AnswerMeeting>(a => a.InTurn(new(meeting, ana.Participant, true, GuestNeeds.Childcare | GuestNeeds.Language, RegistrationStep.Herself, Expected: GuestAnswer.Yes), CancellationToken.None));
        await seed.Do<AnswerMeeting>(a => a.InTurn(new(meeting, eva.Participant, true, GuestNeeds.Transport, RegistrationStep.Herself, Expected: GuestAnswer.Waiting), CancellationToken.None));
        await seed.Do<AttendMeeting>(a => a.Handle(meeting, iris.Participant, isListed: false, CancellationToken.None));
        await seed.Meeting(group, clock, TimeSpan.FromDays(-2), new(MeetingKind.Visit, null));
        await seed.Meeting(group, clock, TimeSpan.FromDays(5), new(MeetingKind.Assembly, null));
        return meeting.Value;
    }
}
