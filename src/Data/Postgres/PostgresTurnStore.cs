using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using Npgsql;
using static CoopAssistant.Data.Postgres.PostgresParameter;

namespace CoopAssistant.Data.Postgres;

/// <summary>Turns on PostgreSQL: what is loaded and what is written goes in groups, each over a connection of its own. Several processes may share the database.</summary>
internal sealed class PostgresTurnStore(PostgresDatabase database, TurnChanges changes) : ITurnStore, IAsyncDisposable
{
    private readonly GroupCommit _commits = new(new PostgresTurnWriter(database, changes), changes);
    private readonly PostgresTurnLoads _loads = new(database);

    public async ValueTask<StoredConversation> Load(Channel channel, string address, CancellationToken cancel) => await _loads.Load(channel, address).WaitAsync(cancel);

    public void Rehearse(TurnCommit turn) => _commits.Rehearse(turn);

    public Task<CommitResult> Commit(TurnCommit turn, CancellationToken cancel) => _commits.Enqueue(turn);

    public async ValueTask<IReadOnlyList<ThreadMessage>> Since(long conversationId, long afterId, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("""
            WITH RECURSIVE thread (id, place) AS (
                SELECT c.last_message_id, 1 FROM conversations c WHERE c.id = $1 AND c.last_message_id > $2
                UNION ALL
                SELECT m.previous_id, t.place + 1 FROM thread t JOIN messages m ON m.id = t.id WHERE m.previous_id > $2 AND t.place < $3
            )
            SELECT m.id, m.direction, m.text, m.at, m.extras, m.provider_id, m.author FROM thread t JOIN messages m ON m.id = t.id ORDER BY m.id
            """);
        command.Parameters.Add(Of(conversationId));
        command.Parameters.Add(Of(afterId));
        command.Parameters.Add(Of(ThreadMessage.MostAtOnce));
        var thread = new List<ThreadMessage>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) thread.Add(Said(reader));
        return thread;
    }

    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync();
        await _loads.DisposeAsync();
    }

    internal const string Columns = "c.id, c.version, c.state, c.last_message_id, c.is_held, c.has_opted_out, c.has_parked, c.awaited_from_her";

    private static ThreadMessage Said(NpgsqlDataReader row) => new(row.GetInt64(0), (MessageDirection)row.GetInt16(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3))
    {
        Extras = TextOrNull(row, 4), ProviderId = TextOrNull(row, 5), Author = TextOrNull(row, 6),
    };

    private static string? TextOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    internal static StoredConversation Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.IsDBNull(3) ? null : row.GetInt64(3), row.GetBoolean(4), row.GetBoolean(5),
        row.GetBoolean(6), TextOrNull(row, 7));
}
