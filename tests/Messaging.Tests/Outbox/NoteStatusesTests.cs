using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Outbox;

namespace CoopAssistant.Messaging.Tests.Outbox;

public class NoteStatusesTests
{
    [Theory]
    [InlineData(new[] { Delivery.Sent, Delivery.Delivered, Delivery.Read }, Delivery.Read)]
    [InlineData(new[] { Delivery.Read, Delivery.Delivered, Delivery.Sent, Delivery.Queued }, Delivery.Read)]
    [InlineData(new[] { Delivery.Delivered, Delivery.Delivered, Delivery.Sent }, Delivery.Delivered)]
    [InlineData(new[] { Delivery.Failed, Delivery.Sent, Delivery.Read }, Delivery.Failed)]
    [InlineData(new[] { Delivery.Delivered, Delivery.Failed }, Delivery.Delivered)]
    public async Task A_delivery_moves_only_forward(Delivery[] reported, Delivery expected)
    {
        await using var database = await OutboxDatabase.Open();
        var id = await Sent(database, "SM1");

        foreach (var status in reported) await Report(database, "SM1", status);

        Assert.Equal(expected, (await database.Message(id)).Delivery);
    }

    [Fact]
    public async Task A_status_of_an_id_not_yet_known_waits_for_it()
    {
        await using var database = await OutboxDatabase.Open();
        await Report(database, "SM1", Delivery.Sent);
        await Report(database, "SM1", Delivery.Delivered);

        var id = await Sent(database, "SM1");

        Assert.Equal(Delivery.Delivered, (await database.Message(id)).Delivery);
        Assert.Equal(0, await Parked(database));
    }

    [Fact]
    public async Task A_failure_that_overtook_its_answer_keeps_what_it_meant()
    {
        await using var database = await OutboxDatabase.Open();
        await Report(database, "SM1", Delivery.Failed, new Refusal("63018", RefusalKind.Later) { Delays = [TimeSpan.FromSeconds(20)] });

        var message = await database.Message(await Sent(database, "SM1"));

        Assert.Equal((Delivery.Pending, "63018", null, database.Clock.GetUtcNow().AddSeconds(20)), (message.Delivery, message.ErrorCode, message.ProviderId, message.NotBefore!.Value));
    }

    [Fact]
    public async Task Statuses_of_strangers_are_forgotten_after_an_hour()
    {
        await using var database = await OutboxDatabase.Open();
        await Report(database, "SM9", Delivery.Delivered);
        database.Clock.Skip(TimeSpan.FromMinutes(59));
        await database.Use<NoteStatuses>(notes => notes.Sweep(CancellationToken.None));
        Assert.Equal(1, await Parked(database));

        database.Clock.Skip(TimeSpan.FromMinutes(2));
        await database.Use<NoteStatuses>(notes => notes.Sweep(CancellationToken.None));

        Assert.Equal(0, await Parked(database));
    }

    [Fact]
    public async Task A_closed_window_parks_the_message_for_her_next_turn()
    {
        await using var database = await OutboxDatabase.Open();
        var closed = new Refusal("63016", RefusalKind.WindowClosed);
        var id = await Sent(database, "SM1");

        await Report(database, "SM1", Delivery.Failed, closed);

        var message = await database.Message(id);
        var conversation = await database.Conversation(message.ConversationId);
        Assert.Equal((Delivery.Parked, null), (message.Delivery, message.ProviderId));
        Assert.True(conversation.HasParked);
    }

    [Fact]
    public async Task Where_she_has_written_since_the_message_goes_out_again_at_once()
    {
        await using var database = await OutboxDatabase.Open();
        var id = await Sent(database, "SM1");
        database.Clock.Skip(TimeSpan.FromMinutes(1));
        await database.Wrote((await database.Message(id)).ConversationId);

        await Report(database, "SM1", Delivery.Failed, new Refusal("63016", RefusalKind.WindowClosed));

        var message = await database.Message(id);
        Assert.Equal((Delivery.Pending, null, null), (message.Delivery, message.NotBefore, message.ProviderId));
        Assert.False((await database.Conversation(message.ConversationId)).HasParked);
    }

    [Fact]
    public async Task Every_code_staff_can_meet_is_explained_in_words()
    {
        await using var database = await OutboxDatabase.Open();
        var id = await Sent(database, "SM1");
        await Report(database, "SM1", Delivery.Failed, new Refusal("99999", RefusalKind.Permanent));

        var unknown = (await database.Use<ListDeliveryFailures, DeliveryFailures>(list => list.Handle(1, 10, CancellationToken.None))).Items.Single();

        Assert.Equal((id, "99999", "Ana", "hola"), (unknown.MessageId, unknown.Code, unknown.ProfileName, unknown.Text));
        Assert.Equal(DeliveryExplanation.For("").Meaning, unknown.Meaning);
        Assert.NotEqual(DeliveryExplanation.For("").Meaning, DeliveryExplanation.For("63016").Meaning);
    }

    [Fact]
    public async Task Failures_are_paged_newest_first()
    {
        await using var database = await OutboxDatabase.Open();
        var ids = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await Sent(database, $"SM{i}"));
            await Report(database, $"SM{i}", Delivery.Failed, new Refusal("63003", RefusalKind.Permanent));
        }

        var second = await database.Use<ListDeliveryFailures, DeliveryFailures>(list => list.Handle(2, 2, CancellationToken.None));

        Assert.Equal(5, second.Total);
        Assert.Equal([ids[2], ids[1]], second.Items.Select(i => i.MessageId));
    }

    private static async Task<long> Sent(OutboxDatabase database, string sid)
    {
        var id = (await database.Say(await database.Woman(), "hola"))[0];
        var claim = await database.Use<ClaimDeliveries, ClaimResult>(claims => claims.Handle(10, TimeSpan.FromMinutes(1), new HashSet<long>(), CancellationToken.None));
        await database.Use<NoteDeliveries>(notes => notes.Handle([new DeliveryNote(claim.Due.Single(d => d.Id == id), new SendOutcome.Accepted(sid, Delivery.Queued), TimeSpan.Zero)], CancellationToken.None));
        return id;
    }

    private static Task Report(OutboxDatabase database, string sid, Delivery status, Refusal? refusal = null) =>
        database.Use<NoteStatuses>(notes => notes.Handle([new StatusReport(sid, status, refusal)], CancellationToken.None));

    private static Task<int> Parked(OutboxDatabase database) =>
        database.Use<MessagingDb, int>(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.ParkedStatuses));
}
