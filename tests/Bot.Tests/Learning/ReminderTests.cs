using CoopAssistant.Bot.Reminders;
using CoopAssistant.Bot.Simulator;
using CoopAssistant.Courses;
using CoopAssistant.Messaging;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using static CoopAssistant.Messaging.Conversations.Delivery;

namespace CoopAssistant.Bot.Tests.Learning;

public sealed class ReminderTests
{
    private const string Template = "HX00000000000000000000000000000001";

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_did_not_say_yes_hears_nothing(DatabaseKind kind)
    {
        await using var host = await ReminderHost.Start(kind);
        await host.Says("hola", "Panamá", "lecciones", "1", "siguiente");

        await host.Pass(TimeSpan.FromDays(9));

        Assert.Empty(await host.Reminders());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task She_is_reminded_once_a_week_at_her_hour_and_nothing_is_heaped_up_while_she_is_away(DatabaseKind kind)
    {
        await using var host = await ReminderHost.Start(kind);
        await host.WantsToBeReminded();

        await host.Pass(TimeSpan.FromDays(6.7)); // until Monday morning, 06:48
        Assert.Empty(await host.Reminders());
        await host.Pass(TimeSpan.FromDays(1.3));
        var first = Assert.Single(await host.Reminders());
        Assert.Equal(new DateTimeOffset(2027, 3, 9, 14, 0, 0, TimeSpan.Zero), first.At, TimeSpan.FromMinutes(30)); // Tuesday, 9:00 in Panama: the first morning after a week
        await host.Says("hola"); // answered
        await host.Pass(TimeSpan.FromDays(7));
        Assert.Equal(2, (await host.Reminders()).Count);
        await host.Says("hola");
        await host.Pass(TimeSpan.FromDays(30));

        // Parked ones wait for her: nothing is heaped up while she is away.
        var all = await host.Reminders();
        Assert.Equal(3, all.Count);
        Assert.All(all.Zip(all.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromDays(7) - TimeSpan.FromMinutes(30)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task After_two_that_she_got_and_left_unanswered_it_ends(DatabaseKind kind)
    {
        await using var host = await ReminderHost.Start(kind, Template);
        await host.WantsToBeReminded();

        await host.Pass(TimeSpan.FromDays(46));

        var both = await host.Reminders();
        Assert.Equal(2, both.Count);
        Assert.All(both, reminder => Assert.Equal((Messaging.Conversations.Delivery.Pending, Template), (reminder.Delivery, Messaging.Conversations.MessageExtras.Read(reminder.Extras).Template?.Id)));
        Assert.True(both[1].At - both[0].At >= TimeSpan.FromDays(7) - TimeSpan.FromMinutes(30));
        Assert.Null((await host.Reminder()).NextAt);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_template_reaches_nobody_who_did_not_ask_or_said_baja(DatabaseKind kind)
    {
        await using var host = await ReminderHost.Start(kind, Template);
        await host.Says("hola", "Panamá", "lecciones", "1", "siguiente");
        await host.Pass(TimeSpan.FromDays(9));
        Assert.Empty(await host.Reminders());

        await host.WantsToBeReminded();
        await host.Says("baja", "1");
        await host.Pass(TimeSpan.FromDays(9));

        Assert.Empty(await host.Reminders());
    }

    [Fact]
    public async Task A_template_of_another_country_is_not_hers_and_the_reminder_waits()
    {
        await using var host = await ReminderHost.Start(DatabaseKind.Sqlite);
        host.HasTemplate("es_BO", Template);
        await host.WantsToBeReminded();

        await host.Pass(TimeSpan.FromDays(8));

        Assert.Equal(Messaging.Conversations.Delivery.Parked, Assert.Single(await host.Reminders()).Delivery);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Outside_the_window_it_is_parked_until_she_writes(DatabaseKind kind)
    {
        await using var host = await ReminderHost.Start(kind);
        await host.WantsToBeReminded();

        await host.Pass(TimeSpan.FromDays(8));
        Assert.Equal(Messaging.Conversations.Delivery.Parked, Assert.Single(await host.Reminders()).Delivery);
        await host.Says("hola");

        Assert.Equal(Messaging.Conversations.Delivery.Pending, Assert.Single(await host.Reminders()).Delivery);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Within_the_window_it_goes_out_at_once(DatabaseKind kind)
    {
        await using var host = await ReminderHost.Start(kind);
        await host.WantsToBeReminded();
        await host.Pass(TimeSpan.FromDays(7)); // Monday, 14:00
        await host.Says("hola");

        await host.Pass(TimeSpan.FromDays(1));

        Assert.Equal(Messaging.Conversations.Delivery.Pending, Assert.Single(await host.Reminders()).Delivery);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Baja_ends_them_and_so_does_her_no(DatabaseKind kind)
    {
        await using var host = await ReminderHost.Start(kind);
        await host.WantsToBeReminded();

        await host.Says("baja", "1");

        Assert.Null((await host.Reminder()).NextAt);
        await host.Pass(TimeSpan.FromDays(9));
        Assert.Empty(await host.Reminders());

        await host.Says("alta", "lecciones", "Recordarme", "1");
        Assert.NotNull((await host.Reminder()).NextAt);
        await host.Says("lecciones", "No recordarme más");
        Assert.Null((await host.Reminder()).NextAt);
    }

    [Fact]
    public async Task A_week_later_the_template_rings_at_her_phone_and_her_answer_leads_back_to_the_lessons()
    {
        await using var host = await LearnerHost.Start(settings: ("Twilio:ReminderTemplates:es_PA", Template));
        var last = await WantsToBeReminded(host);
        host.Clock.Move(await host.Use<CoursesDb, TimeSpan>(async db => (await db.Reminders.SingleAsync()).NextAt!.Value - host.Clock.GetUtcNow() + TimeSpan.FromMinutes(1)));

        await host.Get<SendReminders>().Handle(default);

        var sent = await Sent(host, last);
        Assert.Equal((Template, "whatsapp:" + ReminderHost.Phone), (sent.ContentSid, sent.To));
        Assert.Contains("Lleva 1 de 41 lecciones", (await host.Says(ReminderHost.Phone, "LECCIONES")).Replies[0].Text, StringComparison.Ordinal);
    }

    /// <summary>She does her first lesson and asks for it in the morning. Returns how many messages she has got.</summary>
    private static async Task<int> WantsToBeReminded(LearnerHost host)
    {
        await host.Says(ReminderHost.Phone, "hola");
        await host.Says(ReminderHost.Phone, "Panamá");
        await host.Says(ReminderHost.Phone, await host.ToTheLastQuestion(ReminderHost.Phone, "1.1"));
        await host.Says(ReminderHost.Phone, "Recordarme");
        await host.Says(ReminderHost.Phone, "1");
        await Delivered(host);
        return host.Twilio.Messages.Count;
    }

    /// <summary>What was said so far has gone out: a week later it would wait until she writes, and all that is said after it.</summary>
    private static async Task Delivered(LearnerHost host)
    {
        for (var tries = 0; await host.Use<MessagingDb, bool>(db => db.Messages.AnyAsync(m => m.Delivery == Pending || m.Delivery == Sending)); tries++)
        {
            Assert.True(tries < 3000, "not all was delivered");
            await Task.Delay(20);
        }
    }

    private static async Task<StandInMessage> Sent(LearnerHost host, int after)
    {
        for (var tries = 0; ; tries++)
        {
            if (host.Twilio.Messages.Skip(after).FirstOrDefault(message => message.ContentSid is not null) is { } sent) return sent;
            Assert.True(tries < 500, "no template was sent");
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task After_an_outage_it_does_not_ring_at_night()
    {
        await using var host = await ReminderHost.Start(DatabaseKind.Sqlite);
        await host.WantsToBeReminded();

        host.Clock.Advance(TimeSpan.FromDays(8.4)); // Tuesday, 23:36 in Panama
        Assert.Equal(0, await host.Look());
        await host.Pass(TimeSpan.FromHours(12));

        Assert.Equal(new DateTimeOffset(2027, 3, 10, 14, 0, 0, TimeSpan.Zero), Assert.Single(await host.Reminders()).At, TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task Who_is_writing_just_then_is_not_disturbed()
    {
        await using var host = await ReminderHost.Start(DatabaseKind.Sqlite);
        await host.WantsToBeReminded();
        await host.Pass(TimeSpan.FromDays(7.75)); // Tuesday, 8:00
        await host.Says("hola");

        await host.Pass(TimeSpan.FromHours(4));

        Assert.Empty(await host.Reminders());
        Assert.Equal(new DateTimeOffset(2027, 3, 10, 14, 0, 0, TimeSpan.Zero), (await host.Reminder()).NextAt);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_processes_that_look_at_the_same_time_remind_once(DatabaseKind kind)
    {
        await using var host = await ReminderHost.Start(kind);
        await host.WantsToBeReminded();
        host.Clock.Advance(new DateTimeOffset(2027, 3, 9, 14, 5, 0, TimeSpan.Zero) - host.Clock.Now);

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => host.Look(n % 2))));

        Assert.Equal(1, sent.Sum());
        Assert.Single(await host.Reminders());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_workers_of_two_processes_look_by_the_clock(DatabaseKind kind)
    {
        await using var host = await ReminderHost.Start(kind);
        await host.WantsToBeReminded();
        using var one = host.Worker(0);
        using var two = host.Worker(1);
        await one.StartAsync(default);
        await two.StartAsync(default);

        host.Clock.Advance(new DateTimeOffset(2027, 3, 9, 14, 5, 0, TimeSpan.Zero) - host.Clock.Now);

        for (var tries = 0; (await host.Reminders()).Count == 0; tries++)
        {
            Assert.True(tries < 500, "nobody was reminded");
            host.Clock.Advance(TimeSpan.FromSeconds(10)); // their timers may begin only now
            await Task.Delay(20);
        }
        await one.StopAsync(default);
        await two.StopAsync(default);
        Assert.Single(await host.Reminders());
    }
}
