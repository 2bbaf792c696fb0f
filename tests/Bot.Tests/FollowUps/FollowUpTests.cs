using CoopAssistant.Bot.Tests.Meetings;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Sending = CoopAssistant.Messaging.Conversations.Delivery;

namespace CoopAssistant.Bot.Tests.FollowUps;

/// <summary>A coordinator on WhatsApp; her cooperative was recognised on 1 March 2027.</summary>
public sealed class FollowUpTests
{
    private const string Asked = "Escriba SEGUIMIENTO";

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task She_is_asked_once_on_the_day_by_whichever_process_and_it_waits_for_whatsapps_window(DatabaseKind kind)
    {
        await using var host = await ACooperative(kind);
        Pass(host, new(2027, 5, 31, 15, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, await host.Asks());
        Pass(host, new(2027, 6, 1, 13, 0, 0, TimeSpan.Zero)); // 8:00 there
        Assert.Equal(0, await host.Asks());
        Pass(host, new(2027, 6, 1, 15, 0, 0, TimeSpan.Zero));

        var asked = await Task.WhenAll(host.Asks(), host.Asks(process: 1));
        await host.Asks();

        Assert.Equal(1, asked.Sum());
        var notice = Assert.Single(await host.Told(Asked));
        Assert.Equal(Sending.Parked, notice.Delivery);
        Assert.Contains("3 meses", notice.Text, StringComparison.Ordinal);
        Assert.Contains("¿Las responde?", await host.Says("hola"), StringComparison.Ordinal);
        Assert.Equal(Sending.Pending, Assert.Single(await host.Told(Asked)).Delivery);
    }

    [Fact]
    public async Task Who_says_nothing_is_asked_once_more_and_who_says_later_on_the_day_said()
    {
        await using var host = await ACooperative(DatabaseKind.Sqlite);
        Assert.Equal(1, await AskedOn(host, 1));
        await host.Says("menú");
        Assert.Equal(0, await AskedOn(host, 7));
        Assert.Equal(1, await AskedOn(host, 8));
        await host.Says("menú");
        Assert.Equal(0, await AskedOn(host, 20));

        await host.Says("seguimiento", "más tarde");
        Assert.Equal(0, await AskedOn(host, 22));
        Assert.Equal(1, await AskedOn(host, 23));
        Assert.Equal(3, (await host.Told("Escriba SEGUIMIENTO para responder")).Count);
        Assert.Single(await host.Told("Todavía queremos saber"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_may_not_be_written_to_is_left_to_the_office(bool agrees)
    {
        await using var host = await ACooperative(DatabaseKind.Sqlite, agrees);
        if (agrees) await host.Says("baja", "sí");

        Assert.Equal(0, await AskedOn(host, 1));

        Assert.Empty(await host.Told(Asked));
        Assert.Equal(FollowUpWhy.CannotBeAsked, Assert.Single(await Work(host)).Why);
    }

    [Fact]
    public async Task A_half_answered_form_goes_on_a_day_later_and_a_problem_comes_before_the_office()
    {
        await using var host = await ACooperative(DatabaseKind.Sqlite);
        await AskedOn(host, 1);
        await host.Says("hola", "1", "18");
        host.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Contains("en la pregunta 2", await host.Says("seguimiento", "ahora"), StringComparison.Ordinal);
        Assert.Contains("Revise, por favor", string.Join('\n', (await host.Says("5", "saltar", "200", "2", "saltar"))), StringComparison.Ordinal);
        Assert.Contains("Le avisé", await host.Says("sí"), StringComparison.Ordinal);

        Assert.Equal(TicketReason.FollowUp, (await host.Use<MessagingDb, Ticket>(db => db.Tickets.AsNoTracking().SingleAsync())).Reason);
        Assert.Equal(FollowUpWhy.WantsVisit, Assert.Single(await Work(host)).Why);
        var round = await host.Use<ProgrammeDb, FollowUpRound>(db => db.FollowUpRounds.AsNoTracking().Include(r => r.Answers).SingleAsync(r => r.Month == 3));
        Assert.Equal(("18", null, "200", "ventas"), (round.Current("socias_activas")!.Value, round.Current("ventas")!.Value, round.Current("ahorro")!.Value, round.Current("problema")!.Value));
    }

    [Fact]
    public async Task Who_coordinates_no_more_learns_nothing_and_the_round_is_the_offices_work()
    {
        await using var host = await ACooperative(DatabaseKind.Sqlite);
        await AskedOn(host, 1);
        await host.Use<ChangeMembership, MembershipResult>(change => change.Leave(new(host.Group, host.Her, "s", "se mudó"), default));

        var said = await host.Says("hola");

        Assert.DoesNotContain("¿Las responde?", said, StringComparison.Ordinal);
        Assert.Contains("Su folio es", await host.Says("seguimiento", "4826"), StringComparison.Ordinal); // how her registration stands
        Assert.Equal(FollowUpWhy.NoCoordinator, Assert.Single(await Work(host)).Why);
    }

    private static async Task<MeetingHost> ACooperative(DatabaseKind kind, bool agrees = true)
    {
        var host = await MeetingHost.Start(kind, agrees);
        await host.Use<ChangeMembership, MembershipResult>(change => change.AppointCoordinator(new(host.Group, host.Her, "s", null), default));
        Assert.Equal(ChangeResult.Changed, await host.Use<ChangeGroup, ChangeResult>(change => change.Move(new(host.Group, "s", null, null), GroupTrigger.Recognise, default)));
        return host;
    }

    /// <summary>In June, at ten there.</summary>
    private static Task<int> AskedOn(MeetingHost host, int day)
    {
        Pass(host, new(2027, 6, day, 15, 0, 0, TimeSpan.Zero));
        return host.Asks();
    }

    private static void Pass(MeetingHost host, DateTimeOffset until) => host.Clock.Advance(until - host.Clock.Now);

    private static Task<IReadOnlyList<ListFollowUps.Line>> Work(MeetingHost host) => host.Use<ListFollowUps, IReadOnlyList<ListFollowUps.Line>>(list => list.Handle(null, default));
}
