using CoopAssistant.Bot.Tests.Broadcasts;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Invitations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using State = CoopAssistant.Messaging.Conversations.Delivery;

namespace CoopAssistant.Bot.Tests.Invitations;

public sealed class InviteToReadTests
{
    private const string Reply = "HX0000000000000000000000000000000a";
    private const string News = "HX0000000000000000000000000000000b";

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task She_is_invited_once_by_whichever_process_and_her_answer_releases_what_waits(DatabaseKind kind)
    {
        await using var host = await Host(kind);
        var her = await host.Phone(TimeSpan.FromDays(2));
        await Say(host, her, "Su carta ya está lista.", author: "s");

        var invited = await Task.WhenAll(host.Invite(), host.Invite(process: 1));
        host.Clock.Advance(TimeSpan.FromHours(1));
        var again = await host.Invite();
        var said = await host.Said(her);
        await host.Says(her, "sí");

        Assert.Equal((1, 0), (invited.Sum(), again));
        Assert.Equal([State.Parked, State.Pending], said.Select(m => m.Delivery));
        Assert.Equal(Reply, MessageExtras.Read(said[1].Extras).Template!.Id);
        Assert.StartsWith("Hola. Una funcionaria del programa le respondió.", said[1].Text, StringComparison.Ordinal);
        Assert.Equal(State.Pending, (await host.Said(her))[0].Delivery);
    }

    [Fact]
    public async Task What_waits_anew_after_she_wrote_invites_anew()
    {
        await using var host = await Host();
        var her = await host.Phone(TimeSpan.FromDays(2));
        await Say(host, her, "uno", author: "s");
        await host.Invite();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.Says(her, "sí");
        host.Clock.Advance(TimeSpan.FromDays(1));
        await Say(host, her, "dos", author: "s");

        Assert.Equal(1, await host.Invite());
    }

    [Fact]
    public async Task News_of_her_registration_has_the_template_for_any_news_where_it_has_none_of_its_own()
    {
        await using var host = await Host();
        var her = await host.Phone(TimeSpan.FromDays(2));
        await Say(host, her, "Su registro fue aceptado.", about: TemplatePurpose.Registration);

        await host.Invite();

        var invitation = (await host.Said(her))[1];
        Assert.Equal(News, MessageExtras.Read(invitation.Extras).Template!.Id);
        Assert.StartsWith("Hola. Hay novedades de su registro.", invitation.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_night_while_the_window_is_open_after_baja_and_for_what_is_old_nobody_is_invited()
    {
        await using var host = await Host();
        var (open, gone, old) = (await host.Phone(), await host.Phone(TimeSpan.FromDays(2)), await host.Phone(TimeSpan.FromDays(9)));
        await Say(host, old, "viejo", author: "s");
        host.Clock.Advance(TimeSpan.FromDays(4));
        await Say(host, gone, "carta", author: "s");
        await host.Do<MessagingDb>(async db => { (await db.Conversations.SingleAsync(c => c.Id == gone)).OptOut(); await db.SaveAsync(default); });
        await host.Says(open, "hola");
        var night = await host.Phone(TimeSpan.FromDays(2));
        await Say(host, night, "de noche", author: "s");
        host.Clock.Advance(TimeSpan.FromHours(12)); // 21:00

        Assert.Equal(0, await host.Invite());
        host.Clock.Advance(TimeSpan.FromHours(11));
        Assert.Equal(1, await host.Invite());
        Assert.Equal(2, (await host.Said(night)).Count);
    }

    [Fact]
    public async Task Without_a_template_it_waits_as_before()
    {
        await using var host = await BroadcastHost.Start();
        var her = await host.Phone(TimeSpan.FromDays(2));
        await Say(host, her, "carta", author: "s");

        Assert.Equal(0, await host.Invite());
        Assert.Equal(State.Parked, Assert.Single(await host.Said(her)).Delivery);
    }

    private static Task<BroadcastHost> Host(DatabaseKind kind = DatabaseKind.Sqlite) => BroadcastHost.Start(kind, twilio =>
    {
        twilio.AccountSid = "AC" + new string('0', 32);
        twilio.Templates["Reply"] = new() { ["es_PA"] = Reply };
        twilio.Templates["news"] = new() { ["ES_pa"] = News };
    });

    private static Task Say(BroadcastHost host, long contact, string text, string? author = null, string? about = null) => host.Do<MessagingDb>(async db =>
    {
        (await db.Conversations.SingleAsync(c => c.Id == contact)).Say(new OutgoingMessage(text) { About = about }, author, host.Clock.GetUtcNow());
        await db.SaveAsync(default);
    });
}
