using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Testing;

namespace CoopAssistant.Messaging.Tests.Outbox;

public class NoteStatusesTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, new[] { Delivery.Sent, Delivery.Delivered, Delivery.Read }, Delivery.Read)]
    [InlineData(DatabaseKind.Postgres, new[] { Delivery.Sent, Delivery.Delivered, Delivery.Read }, Delivery.Read)]
    [InlineData(DatabaseKind.Sqlite, new[] { Delivery.Read, Delivery.Delivered, Delivery.Sent, Delivery.Queued }, Delivery.Read)]
    [InlineData(DatabaseKind.Postgres, new[] { Delivery.Read, Delivery.Delivered, Delivery.Sent, Delivery.Queued }, Delivery.Read)]
    [InlineData(DatabaseKind.Sqlite, new[] { Delivery.Delivered, Delivery.Delivered, Delivery.Sent }, Delivery.Delivered)]
    [InlineData(DatabaseKind.Postgres, new[] { Delivery.Delivered, Delivery.Delivered, Delivery.Sent }, Delivery.Delivered)]
    [InlineData(DatabaseKind.Sqlite, new[] { Delivery.Failed, Delivery.Sent, Delivery.Read }, Delivery.Failed)]
    [InlineData(DatabaseKind.Postgres, new[] { Delivery.Failed, Delivery.Sent, Delivery.Read }, Delivery.Failed)]
    [InlineData(DatabaseKind.Sqlite, new[] { Delivery.Delivered, Delivery.Failed }, Delivery.Delivered)]
    [InlineData(DatabaseKind.Postgres, new[] { Delivery.Delivered, Delivery.Failed }, Delivery.Delivered)]
    public async Task A_delivery_moves_only_forward(DatabaseKind kind, Delivery[] reported, Delivery expected)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var id = await Sent(database, "SM1");

        foreach (var status in reported) await Report(database, "SM1", status);

        Assert.Equal(expected, (await database.Message(id)).Delivery);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_status_of_an_id_not_yet_known_waits_for_it(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        await Report(database, "SM1", Delivery.Sent);
        await Report(database, "SM1", Delivery.Delivered);

        var id = await Sent(database, "SM1");

        Assert.Equal(Delivery.Delivered, (await database.Message(id)).Delivery);
        Assert.Equal(0, await Parked(database));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_failure_that_overtook_its_answer_keeps_what_it_meant(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        await Report(database, "SM1", Delivery.Failed, new Refusal("63018", RefusalKind.Later) { Delays = [TimeSpan.FromSeconds(20)] });

        var message = await database.Message(await Sent(database, "SM1"));

        Assert.Equal((Delivery.Pending, "63018", null, database.Clock.GetUtcNow().AddSeconds(20)), (message.Delivery, message.ErrorCode, message.ProviderId, message.NotBefore!.Value));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Statuses_of_strangers_are_forgotten_after_an_hour(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        await Report(database, "SM9", Delivery.Delivered);
        database.Clock.Advance(TimeSpan.FromMinutes(59));
        await database.Use<NoteStatuses>(notes => notes.Sweep(CancellationToken.None));
        Assert.Equal(1, await Parked(database));

        database.Clock.Advance(TimeSpan.FromMinutes(2));
        await database.Use<NoteStatuses>(notes => notes.Sweep(CancellationToken.None));

        Assert.Equal(0, await Parked(database));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_closed_window_parks_the_message_for_her_next_turn(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var closed = new Refusal("63016", RefusalKind.WindowClosed);
        var id = await Sent(database, "SM1");

        await Report(database, "SM1", Delivery.Failed, closed);

        var message = await database.Message(id);
        var conversation = await database.Conversation(message.ConversationId);
        Assert.Equal((Delivery.Parked, null), (message.Delivery, message.ProviderId));
        Assert.True(conversation.HasParked);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Where_she_has_written_since_the_message_goes_out_again_at_once(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var id = await Sent(database, "SM1");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.Wrote((await database.Message(id)).ConversationId);

        await Report(database, "SM1", Delivery.Failed, new Refusal("63016", RefusalKind.WindowClosed));

        var message = await database.Message(id);
        Assert.Equal((Delivery.Pending, null, null), (message.Delivery, message.NotBefore, message.ProviderId));
        Assert.False((await database.Conversation(message.ConversationId)).HasParked);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Every_code_staff_can_meet_is_explained_in_words(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var id = await Sent(database, "SM1");
        await Report(database, "SM1", Delivery.Failed, new Refusal("99999", RefusalKind.Permanent));

        var unknown = (await database.Use<ListDeliveryFailures, DeliveryFailures>(list => list.Handle(1, 10, null, CancellationToken.None))).Items.Single();

        Assert.Equal((id, "99999", "Ana", "hola"), (unknown.MessageId, unknown.Code, unknown.ProfileName, unknown.Text));
        Assert.Equal(DeliveryExplanation.For("").Meaning, unknown.Meaning);
        Assert.NotEqual(DeliveryExplanation.For("").Meaning, DeliveryExplanation.For("63016").Meaning);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Failures_are_paged_newest_first(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var ids = new List<long>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await Sent(database, $"SM{i}"));
            await Report(database, $"SM{i}", Delivery.Failed, new Refusal("63003", RefusalKind.Permanent));
        }

        var second = await database.Use<ListDeliveryFailures, DeliveryFailures>(list => list.Handle(2, 2, null, CancellationToken.None));

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
