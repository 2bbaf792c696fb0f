using CoopAssistant.Data;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Bot.Tests.Broadcasts;

public sealed class BroadcastRowsTests
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Those_of_an_outcome_are_found_among_thousands_of_others_page_by_page(DatabaseKind kind)
    {
        await using var host = await BroadcastHost.Start(kind);
        var id = await host.Draft();
        var (state, at, no) = (Array.Empty<byte>(), host.Clock.GetUtcNow().UtcDateTime, false);
        const int All = 12_000;
        await host.Do<CoopDbContext>(async db =>
        {
            await db.Database.ExecuteSqlAsync($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {All}) INSERT INTO conversations (id, channel, state, version, reply_address, last_inbound_at, is_held, has_opted_out, has_parked) SELECT i, 1, {state}, 1, 'x', {at}, {no}, {no}, {no} FROM n");
            // Three wait: in the first thousands, in the midst and at the end.
            await db.Database.ExecuteSqlAsync($"INSERT INTO broadcast_recipients (broadcast_id, contact_id, state, reason) SELECT {id}, id, CASE WHEN id IN (7, 6000, {All}) THEN 1 ELSE 3 END, CASE WHEN id IN (7, 6000, {All}) THEN 0 ELSE 2 END FROM conversations");
        });
        var broadcast = await host.Broadcast(id);

        var waiting = await Rows(host, broadcast, BroadcastOutcome.Waiting, after: 0, take: 50);
        var (first, rest) = (await Rows(host, broadcast, BroadcastOutcome.Waiting, after: 0, take: 2), await Rows(host, broadcast, BroadcastOutcome.Waiting, after: 6000, take: 2));
        var all = await Rows(host, broadcast, null, after: 4_990, take: 50);
        var counts = await host.Outcomes(id);

        Assert.Equal([7, 6000, All], waiting);
        Assert.Equal([7, 6000], first);
        Assert.Equal([All], rest);
        Assert.Equal(Enumerable.Range(4_991, 50).Select(contact => (long)contact), all);
        Assert.Equal((3, All - 3), (counts[BroadcastOutcome.Waiting], counts[BroadcastOutcome.Skipped]));
    }

    private static Task<List<long>> Rows(BroadcastHost host, Broadcast broadcast, BroadcastOutcome? outcome, long after, int take) =>
        host.Use<ReadBroadcast, List<long>>(async read => [.. (await read.Rows(broadcast, outcome, null, after, take, default)).Select(row => row.ContactId)]);
}
