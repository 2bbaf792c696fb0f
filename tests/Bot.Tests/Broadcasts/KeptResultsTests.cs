using CoopAssistant.Data;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Bot.Tests.Broadcasts;

public sealed class KeptResultsTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    private const int All = 20_001;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_became_of_a_broadcast_to_very_many_is_what_its_rows_say_and_follows_behind(DatabaseKind kind)
    {
        await using var host = await BroadcastHost.Start(kind);
        var id = await Broadcast(host);
        Dictionary<BroadcastOutcome, int> before = new()
        {
            [BroadcastOutcome.Waiting] = 2_000, [BroadcastOutcome.Skipped] = 1_000, [BroadcastOutcome.Failed] = 1_000, [BroadcastOutcome.Answered] = 3_000, [BroadcastOutcome.Read] = 6_000, [BroadcastOutcome.Delivered] = 7_001,
        };

        var first = await Read(host, id);
        Assert.Equal(before, first.Counts);
        Assert.Equal(host.Clock.Now, first.CountedAt);

        // Ten who read it answer. That is known a quarter of a minute later at the soonest, once somebody asked.
        await Answer(host, 10);
        host.Clock.Advance(TimeSpan.FromSeconds(14));
        await host.Do<KeptResults>(kept => kept.WhenOld(default));
        Assert.Equal(before, (await Read(host, id)).Counts);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.Do<KeptResults>(kept => kept.WhenOld(default));
        var later = await Read(host, id);
        before[BroadcastOutcome.Read] -= 10;
        before[BroadcastOutcome.Answered] += 10;
        Assert.Equal(before, later.Counts);
        Assert.Equal(host.Clock.Now, later.CountedAt);
    }

    [Fact]
    public async Task Once_it_is_stopped_those_who_waited_are_not_said_to_wait_and_who_counts_for_the_first_time_is_the_background()
    {
        await using var host = await BroadcastHost.Start();
        var id = await Broadcast(host);
        var counted = host.Clock.Now;
        await host.Do<KeptResults>(kept => kept.WhenOld(default));
        host.Clock.Advance(TimeSpan.FromMinutes(5));

        await host.Use<SteerBroadcast, SteerResult>(steer => steer.Cancel(id, null, default));

        var read = await Read(host, id);
        Assert.Equal((counted, 2_000, 0), (read.CountedAt!.Value, read.Counts[BroadcastOutcome.NotSaid], read.Counts.GetValueOrDefault(BroadcastOutcome.Waiting)));
        Assert.Equal(All, read.Total);
    }

    private static async Task<ReadBroadcast.Result> Read(BroadcastHost host, long id) => (await host.Use<ReadBroadcast, ReadBroadcast.Result?>(read => read.Handle(id, null, default)))!;

    /// <summary>The first two thousand wait, a thousand were passed over; of all others some failed, some answered, a third of the rest read it.</summary>
    private static async Task<long> Broadcast(BroadcastHost host)
    {
        var id = await host.Draft();
        var (state, said, wrote, no) = (Array.Empty<byte>(), host.Clock.GetUtcNow().UtcDateTime.AddHours(-1), host.Clock.GetUtcNow().UtcDateTime.AddHours(-2), false);
        await host.Do<CoopDbContext>(async db =>
        {
            await db.Database.ExecuteSqlAsync($"UPDATE broadcasts SET confirmed = {All}, confirmed_at = {said}, state = 3, is_prepared = TRUE WHERE id = {id}");
            await db.Database.ExecuteSqlAsync($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {All}) INSERT INTO conversations (id, channel, state, version, reply_address, last_inbound_at, is_held, has_opted_out, has_parked) SELECT i, 1, {state}, 1, 'x', {wrote}, {no}, {no}, {no} FROM n");
            await db.Database.ExecuteSqlAsync($"INSERT INTO messages (id, conversation_id, direction, text, at, delivery, attempts, broadcast_id) SELECT id, id, 2, 'x', {said}, CASE WHEN id <= 4000 THEN 9 WHEN id <= 13000 THEN 8 ELSE 7 END, 1, {id} FROM conversations WHERE id > 3000");
            await db.Database.ExecuteSqlAsync($"INSERT INTO broadcast_recipients (broadcast_id, contact_id, state, reason, message_id) SELECT {id}, id, CASE WHEN id <= 2000 THEN 1 WHEN id <= 3000 THEN 3 ELSE 2 END, CASE WHEN id > 2000 AND id <= 3000 THEN 1 ELSE 0 END, CASE WHEN id > 3000 THEN id END FROM conversations");
        });
        await Answer(host, 3_000);
        return id;
    }

    /// <summary>So many of those who read it write.</summary>
    private static Task Answer(BroadcastHost host, int count)
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        return host.Do<CoopDbContext>(db => db.Database.ExecuteSqlAsync($"UPDATE conversations SET last_inbound_at = {now} WHERE id IN (SELECT c.id FROM conversations c JOIN messages m ON m.id = c.id WHERE m.delivery = 8 AND c.last_inbound_at < m.at ORDER BY c.id LIMIT {count})"));
    }
}
