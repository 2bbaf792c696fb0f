using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests.Turns;

/// <summary>A group of turns finds its conversations by their key on PostgreSQL too, also while the planner has no figures of the table.</summary>
public sealed class GroupReadsNoTableTests
{
    private const string Others = """
        INSERT INTO contacts (id, channel, created_at) SELECT 100000 + n, 1, now() FROM generate_series(1, 1000) n;
        INSERT INTO conversations (id, channel, version, reply_address, last_inbound_at, is_held, has_opted_out, has_parked, state)
        SELECT 100000 + n, 1, 1, 'whatsapp:+' || n, now(), false, false, false, '' FROM generate_series(1, 1000) n
        """;

    [Fact]
    public async Task No_turn_reads_the_table_of_conversations()
    {
        await using var database = await TestDatabase.Create(DatabaseKind.Postgres);
        await using (var process = database.NewProcess())
        {
            await Run(process, Others);
            var store = process.GetRequiredService<ITurnStore>();
            var women = Enumerable.Range(1, 64).Select(n => new StoredConversation(100_000 + n, 1, [], null, IsHeld: false, HasOptedOut: false, HasParked: false, null)).ToArray();
            for (var turn = 0; turn < 12; turn++)
                women = await Task.WhenAll(women.Select(async woman => (await store.Commit(Turn(database, woman, $"{turn}"), default)).After!));
        }

        var (whole, byKey) = await Scans(database);

        Assert.Equal(0, whole);
        Assert.True(byKey > 0);
    }

    /// <summary>A connection tells what it read when it ends.</summary>
    private static async Task<(long Whole, long ByKey)> Scans(TestDatabase database)
    {
        await using var scope = database.NewProcess().CreateAsyncScope();
        var asked = scope.ServiceProvider.GetRequiredService<CoopDbContext>().Database;
        for (var tries = 0; ; tries++)
        {
            var seen = await asked.SqlQueryRaw<Seen>("""SELECT seq_scan AS "Whole", idx_scan AS "ByKey" FROM pg_stat_user_tables WHERE relname = 'conversations'""").SingleAsync();
            if (seen.ByKey > 0 || tries == 100) return (seen.Whole, seen.ByKey);
            await Task.Delay(100);
        }
    }

    private static async Task Run(ServiceProvider process, string sql)
    {
        await using var scope = process.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CoopDbContext>().Database.ExecuteSqlRawAsync(sql);
    }

    private static TurnCommit Turn(TestDatabase database, StoredConversation before, string text) =>
        new(new InboundMessage(Channel.WhatsApp, $"whatsapp:+{before.Id}", $"SM-{before.Id}-{text}", text, database.Clock.Now), before, "s"u8.ToArray(), [new OutgoingMessage("¿Sí?")]);

    private sealed record Seen(long Whole, long ByKey);
}
