using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Testing;

namespace CoopAssistant.Bot.Tests.Meetings;

public sealed class MeetingDialogTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_plain_yes_the_code_at_the_door_and_the_hours_in_her_status(DatabaseKind kind)
    {
        await using var host = await MeetingHost.Start(kind);
        var meeting = await host.Plans(day: 1); // today at ten
        var code = (await host.Use<ReadMeeting, ReadMeeting.Result?>(read => read.Handle(meeting, null, default)))!.Meeting.Code;

        Assert.Contains("La esperamos", await host.Says("sí"), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Contains("anoté su asistencia", await host.Says($"ASISTENCIA {code[..4]}-{code[4..]}"), StringComparison.Ordinal);
        Assert.Contains("anoté su asistencia", await host.Says(code), StringComparison.Ordinal);
        host.Clock.Advance(TimeSpan.FromHours(2));
        await host.Marks(meeting);

        var status = await host.Says("estado", "4826");
        Assert.Contains("Sus horas de curso: 2.", status, StringComparison.Ordinal);
        Assert.Equal(AttendanceMark.Code, (await host.Guest(meeting))!.AttendedBy);
    }

    [Fact]
    public async Task A_code_is_taken_from_amid_the_form_and_the_form_goes_on()
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite);
        var meeting = await host.Plans(day: 1);
        var code = (await host.Use<ReadMeeting, ReadMeeting.Result?>(read => read.Handle(meeting, null, default)))!.Meeting.Code;
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await host.Says("menú", "registrar a otra persona", "sí", "sí");

        var came = await host.Says($"asistencia {code}");

        Assert.Contains("anoté su asistencia", came, StringComparison.Ordinal);
        Assert.NotNull((await host.Guest(meeting))!.AttendedAt);
    }

    [Fact]
    public async Task A_code_is_taken_while_a_person_answers_her_and_the_thread_stays_with_that_person()
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite);
        var meeting = await host.Plans(day: 1);
        var code = (await host.Use<ReadMeeting, ReadMeeting.Result?>(read => read.Handle(meeting, null, default)))!.Meeting.Code;
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await host.Says("hablar con una persona");

        Assert.Contains("anoté su asistencia", await host.Says($"ASISTENCIA {code}"), StringComparison.Ordinal);

        Assert.Equal("", await host.Says("¿me oye?"));
        Assert.Equal("", await host.Says("15000")); // a number for who answers her is no code
        Assert.NotNull((await host.Guest(meeting))!.AttendedAt);
    }

    [Fact]
    public async Task She_sees_nothing_of_a_meeting_of_another_group()
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite);
        var other = (await host.Use<FoundGroup, FoundGroup.Result>(found => found.Handle(new(new("PA", "PA-2", "PA-2.anton", "Otras", "TEX", "es"), GroupOrigin.Staff, "s"), default))).Group!.Id;
        await host.Use<PlanMeeting, PlanMeeting.Result>(plan => plan.Handle(new(other, null, new(MeetingKind.Assembly, "Secreta"), MeetingHost.Slot(4), "s", null, InvitesMembers: true), default));

        var seen = await host.Says("mis reuniones", "4826");
        var status = await host.Says("estado", "4826");

        Assert.Contains("No tiene reuniones por venir", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Secreta", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_is_over_is_answered_kindly()
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite);
        await host.Plans(day: 1);
        host.Clock.Advance(TimeSpan.FromHours(5));

        var said = await host.Says("sí");

        Assert.Contains("ya pasó o se canceló", said, StringComparison.Ordinal);
    }
}
