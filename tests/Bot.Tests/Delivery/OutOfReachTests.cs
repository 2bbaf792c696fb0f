using CoopAssistant.Bot.Tests.Broadcasts;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Notices;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using State = CoopAssistant.Messaging.Conversations.Delivery;

namespace CoopAssistant.Bot.Tests.Delivery;

/// <summary>"Blocked at the provider" ends when she writes; "she said BAJA" only when she says ALTA.</summary>
public sealed class OutOfReachTests
{
    public static TheoryData<DatabaseKind, string> Refusals => new()
    {
        { DatabaseKind.Sqlite, "21610" }, { DatabaseKind.Postgres, "21610" }, { DatabaseKind.Sqlite, "63014" },
        { DatabaseKind.Sqlite, "21211" }, { DatabaseKind.Sqlite, "21614" }, { DatabaseKind.Sqlite, "63003" }, { DatabaseKind.Sqlite, "63024" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Once_the_provider_refused_her_number_what_is_said_waits_and_goes_out_when_she_writes(DatabaseKind kind, string code)
    {
        await using var host = await BroadcastHost.Start(kind);
        var her = await host.Phone();
        var ana = await host.Woman("Ana", her);
        await IsRefused(host, her, code);
        var (outlook, reply) = (await Outlook(host, ana), await Say(host, her, "Su registro avanzó."));
        var byTemplate = await Say(host, her, "Hay feria.", isTemplate: true);
        var draft = await host.Count(await host.Draft(isTemplate: true));

        await host.Says(her, "hola");

        Assert.Equal((NoticeOutlook.WhenSheWrites, State.Parked, State.Parked), (outlook, reply.Delivery, byTemplate.Delivery));
        Assert.Equal([(Unreachable.FailingNumber, 1)], draft.LeftOut);
        Assert.Equal([State.Failed, State.Pending, State.Pending], (await host.Said(her)).Take(3).Select(m => m.Delivery));
        Assert.Equal((NoticeOutlook.Now, State.Pending), (await Outlook(host, ana), (await Say(host, her, "La reunión es el martes.")).Delivery));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Who_said_baja_stays_out_when_she_writes_again_whatever_the_provider_said(DatabaseKind kind)
    {
        await using var host = await BroadcastHost.Start(kind);
        var her = await host.Phone();
        var ana = await host.Woman("Ana", her);
        foreach (var text in (string[])["baja", "1"]) await host.Says(her, text);
        await IsRefused(host, her, "21610");

        await host.Says(her, "hola");

        Assert.Equal(NoticeOutlook.OptedOut, await Outlook(host, ana));
    }

    [Fact]
    public async Task A_refusal_that_comes_after_she_wrote_again_changes_nothing()
    {
        await using var host = await BroadcastHost.Start();
        var her = await host.Phone();
        var ana = await host.Woman("Ana", her);
        var sent = await Sent(host, her);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.Says(her, "hola");

        await Report(host, sent, "21610");

        Assert.Equal(NoticeOutlook.Now, await Outlook(host, ana));
    }

    [Fact]
    public async Task Nobody_is_invited_to_read_where_no_invitation_arrives()
    {
        await using var host = await BroadcastHost.Start(twilio: twilio =>
        {
            twilio.AccountSid = "AC" + new string('0', 32);
            twilio.Templates["news"] = new() { ["es_PA"] = "HX0000000000000000000000000000000b" };
        });
        var (her, other) = (await host.Phone(TimeSpan.FromDays(2)), await host.Phone(TimeSpan.FromDays(2)));
        await IsRefused(host, her, "63024");
        foreach (var contact in (long[])[her, other]) await Say(host, contact, "Su registro avanzó.");

        Assert.Equal(1, await host.Invite());
        Assert.Equal(2, (await host.Said(other)).Count);
    }

    /// <summary>A message goes out, and then its status says why it did not arrive.</summary>
    private static async Task IsRefused(BroadcastHost host, long contact, string code)
    {
        var sent = await Sent(host, contact);
        await Report(host, sent, code);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private static Task Report(BroadcastHost host, string sid, string code) =>
        host.Do<NoteStatuses>(note => note.Handle([new StatusReport(sid, State.Failed, TwilioErrors.Of(code))], default));

    private static async Task<string> Sent(BroadcastHost host, long contact)
    {
        var message = await Say(host, contact, "Hola, Ana.", isTemplate: true);
        var sid = $"SMout{message.Id}";
        await host.Do<MessagingDb>(db => db.Messages.Where(m => m.Id == message.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Delivery, State.Sent).SetProperty(m => m.ProviderId, sid)));
        return sid;
    }

    private static Task<Message> Say(BroadcastHost host, long contact, string text, bool isTemplate = false) => host.Use<MessagingDb, Message>(async db =>
    {
        var template = isTemplate ? new ApprovedTemplate(BroadcastHost.Template) : null;
        var said = (await db.Conversations.SingleAsync(c => c.Id == contact)).Say(new OutgoingMessage(text) { Template = template }, "s", host.Clock.GetUtcNow());
        await db.SaveAsync(default);
        return said;
    });

    private static Task<NoticeOutlook> Outlook(BroadcastHost host, ParticipantId woman) => host.Use<ForeseeNotice, NoticeOutlook>(foresee => foresee.Handle(woman, default));
}
