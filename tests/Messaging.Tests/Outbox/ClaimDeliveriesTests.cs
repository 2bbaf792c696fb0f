using CoopAssistant.Data;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Tests.Outbox;

public class ClaimDeliveriesTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Only_the_oldest_message_of_each_woman_is_claimed(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var (ana, eva) = (await database.Woman(), await database.Woman());
        var ofAna = await database.Say(ana, "uno", "dos");
        var ofEva = await database.Say(eva, "tres");

        var claim = await Claim(database);

        Assert.Equal([(ofAna[0], "uno", 1, false), (ofEva[0], "tres", 1, false)], claim.Due.Select(d => (d.Id, d.Text, d.Attempts, d.MayHaveBeenSent)));
        Assert.Equal("whatsapp:+50760000001", claim.Due[0].To);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_is_claimed_belongs_to_its_process_until_the_lease_ends_and_is_then_looked_up(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var id = (await database.Say(await database.Woman(), "uno"))[0];
        await Claim(database);

        var meanwhile = await Claim(database);
        database.Clock.Advance(Lease);
        var afterwards = await Claim(database);

        Assert.Empty(meanwhile.Due);
        Assert.Equal(database.Clock.GetUtcNow(), meanwhile.NextAt);
        Assert.Equal((id, 2, true), afterwards.Due.Select(d => (d.Id, d.Attempts, d.MayHaveBeenSent)).Single());
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_next_message_waits_for_the_pause_or_for_news_of_the_one_before(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var ids = await database.Say(await database.Woman(), "uno", "dos", "tres");
        await Send(database, "SM1", gap: TimeSpan.FromSeconds(1));

        Assert.Empty((await Claim(database)).Due);
        database.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ids[1], (await Send(database, "SM2", gap: TimeSpan.FromSeconds(1))).Id);
        await database.Use<NoteStatuses>(notes => notes.Handle([new StatusReport("SM2", Delivery.Sent, null)], CancellationToken.None));
        Assert.Equal(ids[2], (await Claim(database)).Due.Single().Id);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_message_that_waits_for_hours_lets_the_later_ones_pass(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var ids = await database.Say(await database.Woman(), "uno", "dos");
        var claimed = (await Claim(database)).Due.Single();
        await Note(database, claimed, new SendOutcome.Refused(new Refusal("63038", RefusalKind.Later) { Delays = [TimeSpan.FromHours(24)] }));

        var claim = await Claim(database);

        Assert.Equal(ids[1], claim.Due.Single().Id);
        Assert.Equal(database.Clock.GetUtcNow().AddHours(24), claim.NextAt);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Two_processes_at_once_never_claim_the_same_message_nor_break_the_order(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var expected = new List<long>();
        for (var i = 0; i < 20; i++) expected.Add((await database.Say(await database.Woman(), "uno", "dos"))[0]);

        var claims = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Claim(database, atMost: 8, process: i % 2))));

        var ids = claims.SelectMany(c => c.Due).Select(d => d.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Subset(expected.ToHashSet(), ids.ToHashSet());
        Assert.NotEmpty(ids);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Who_rests_is_passed_over(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var (ana, eva) = (await database.Woman(), await database.Woman());
        await database.Say(ana, "uno");
        var ofEva = await database.Say(eva, "dos");

        var claim = await database.Use<ClaimDeliveries, ClaimResult>(claims => claims.Handle(10, Lease, new HashSet<long> { ana }, CancellationToken.None));

        Assert.Equal(ofEva[0], claim.Due.Single().Id);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_note_of_a_claim_that_has_passed_on_changes_nothing(DatabaseKind kind)
    {
        await using var database = await OutboxDatabase.Open(kind);
        var id = (await database.Say(await database.Woman(), "uno"))[0];
        var lost = (await Claim(database)).Due.Single();
        database.Clock.Advance(Lease);
        await Claim(database);

        await Note(database, lost, new SendOutcome.Accepted("SM1", Delivery.Queued));

        var message = await database.Message(id);
        Assert.Equal((Delivery.Sending, null, 2), (message.Delivery, message.ProviderId, message.Attempts));
    }

    [Fact]
    public async Task The_outbox_is_read_through_its_partial_indexes()
    {
        await using var database = await OutboxDatabase.Open(DatabaseKind.Sqlite);
        await database.Say(await database.Woman(), "uno");

        var plans = await database.Use<CoopDbContext, List<string>>(async db =>
        {
            var messages = db.Set<Message>();
            IQueryable<Message>[] questions =
            [
                messages.Unfinished().Where(m => m.Id > 5).OrderBy(m => m.Id).Take(10),
                messages.Unfinished().Where(m => m.Delivery == Delivery.Queued && m.ProviderId != null).OrderBy(m => m.Id),
                messages.Where(m => m.Delivery == Delivery.Failed).OrderByDescending(m => m.Id).Take(10),
                messages.Where(m => m.ProviderId == "SM1" && m.Direction == MessageDirection.Outbound),
            ];
            var found = new List<string>();
            foreach (var question in questions)
            {
                var sql = question.ToQueryString();
                await using var command = db.Database.GetDbConnection().CreateCommand();
                await db.Database.OpenConnectionAsync();
                command.CommandText = "EXPLAIN QUERY PLAN " + sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..].Replace("@p1", "10").Replace("@p", "10");
                await using var reader = await command.ExecuteReaderAsync();
                Assert.True(await reader.ReadAsync());
                found.Add(reader.GetString(3));
            }

            return found;
        });

        Assert.Contains("ix_messages_outbox", plans[0]);
        Assert.Contains("ix_messages_outbox", plans[1]);
        Assert.Contains("ix_messages_failed", plans[2]);
        Assert.Contains("ix_messages_provider_id", plans[3]);
    }

    private static Task<ClaimResult> Claim(OutboxDatabase database, int atMost = 10, int process = 0) =>
        database.Use<ClaimDeliveries, ClaimResult>(claims => claims.Handle(atMost, Lease, new HashSet<long>(), CancellationToken.None), process);

    private static Task Note(OutboxDatabase database, DueMessage message, SendOutcome outcome, TimeSpan gap = default) =>
        database.Use<NoteDeliveries>(notes => notes.Handle([new DeliveryNote(message, outcome, gap)], CancellationToken.None));

    private static async Task<DueMessage> Send(OutboxDatabase database, string sid, TimeSpan gap)
    {
        var due = (await Claim(database)).Due.Single();
        await Note(database, due, new SendOutcome.Accepted(sid, Delivery.Queued), gap);
        return due;
    }
}
