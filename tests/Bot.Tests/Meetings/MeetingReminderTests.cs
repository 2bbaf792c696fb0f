using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Sending = CoopAssistant.Messaging.Conversations.Delivery;

namespace CoopAssistant.Bot.Tests.Meetings;

public sealed class MeetingReminderTests
{
    private const string Reminded = "Le recordamos";

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_day_before_at_the_countrys_hour_she_is_reminded_once_by_whichever_process(DatabaseKind kind)
    {
        await using var host = await MeetingHost.Start(kind);
        await host.Plans(day: 4);
        await host.Says("sí");

        Assert.Equal(0, await host.PassUntil(3, hourThere: 16));
        await host.Says("hola"); // a day later: the window is open
        host.Clock.Advance(TimeSpan.FromHours(1));
        var told = await Task.WhenAll(host.Look(), host.Look(process: 1));
        await host.PassUntil(5, hourThere: 12);

        var reminder = Assert.Single(await host.Told(Reminded));
        Assert.Equal(1, told.Sum());
        Assert.Equal(Sending.Pending, reminder.Delivery);
        Assert.Contains("jueves 4 de marzo, 10:00", reminder.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Aún no sabemos", reminder.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_hears_it_at_the_hour_she_chose_for_her_lessons()
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite);
        await host.Plans(day: 4);
        await host.Use<MessagingDb, int>(async db =>
        {
            var conversation = await db.Conversations.AsNoTracking().SingleAsync();
            var state = StoredState.Write(StoredState.Read(conversation.State)!.With(Notes.Reminder, "9"));
            return await db.Conversations.ExecuteUpdateAsync(set => set.SetProperty(c => c.State, state));
        });

        Assert.Equal(0, await host.PassUntil(3, hourThere: 8));
        Assert.Equal(1, await host.PassUntil(3, hourThere: 10));
        Assert.Contains("Aún no sabemos", Assert.Single(await host.Told(Reminded)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Outside_the_24_hours_it_waits_until_she_writes(DatabaseKind kind)
    {
        await using var host = await MeetingHost.Start(kind);
        await host.Plans(day: 4);
        await host.Says("sí");

        await host.PassUntil(3, hourThere: 20);
        Assert.Equal(Sending.Parked, Assert.Single(await host.Told(Reminded)).Delivery);
        await host.Says("hola");

        Assert.Equal(Sending.Pending, Assert.Single(await host.Told(Reminded)).Delivery);
    }

    [Theory]
    [InlineData("baja")]
    [InlineData("no puedo")]
    [InlineData(null)]
    public async Task Who_wants_no_messages_does_not_come_or_never_agreed_hears_nothing(string? says)
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite, agrees: says is not null);
        var meeting = await host.Plans(day: 4);
        if (says == "baja") await host.Says("baja", "sí");
        else if (says is not null) await host.Says("reunión", says);

        Assert.Equal(0, await host.PassUntil(5, hourThere: 12));

        Assert.Empty(await host.Told(Reminded));
        if (says is null) Assert.Null((await host.Guest(meeting))!.ToldAt);
    }

    [Fact]
    public async Task What_is_moved_is_reminded_of_anew_and_what_is_cancelled_not_at_all()
    {
        await using var host = await MeetingHost.Start(DatabaseKind.Sqlite);
        var (moved, cancelled) = (await host.Plans(day: 3), await host.Plans(day: 4, invites: true));
        await host.Says("sí");
        await host.PassUntil(2, hourThere: 20);
        Assert.Single(await host.Told(Reminded));

        await host.Says("hola");
        await host.Changes(moved, (use, request) => use.Move(request, MeetingHost.Slot(6), default));
        await host.Changes(cancelled, (use, request) => use.Cancel(request, default));
        await host.PassUntil(5, hourThere: 8);
        await host.Says("hola");
        await host.PassUntil(5, hourThere: 20);

        Assert.Single(await host.Told("Hay un cambio"));
        Assert.Single(await host.Told("Se canceló"));
        var reminders = await host.Told(Reminded);
        Assert.Equal(2, reminders.Count);
        Assert.Contains("sábado 6 de marzo", reminders[1].Text, StringComparison.Ordinal);
    }
}
