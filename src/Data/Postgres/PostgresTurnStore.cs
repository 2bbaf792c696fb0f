using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using Npgsql;

namespace CoopAssistant.Data.Postgres;

/// <summary>Turns on PostgreSQL: loads take a connection from the pool, groups go over one of their own. Several processes may share the database.</summary>
internal sealed class PostgresTurnStore(PostgresDatabase database, TurnChanges changes) : ITurnStore, IAsyncDisposable
{
    private readonly GroupCommit _commits = new(new PostgresTurnWriter(database, changes));

    /// <summary>A restore that replaces the tables may wait crosswise with a reader; the reader asks again.</summary>
    public async ValueTask<StoredConversation> Load(Channel channel, string address, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return await TryLoad(channel, address, cancel);
            }
            catch (PostgresException lost) when (lost.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
            }
        }
    }

    private async ValueTask<StoredConversation> TryLoad(Channel channel, string address, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            $"SELECT {Columns} FROM contact_addresses a JOIN conversations c ON c.id = a.contact_id WHERE a.channel = $1 AND a.address = $2");
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)channel });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = address });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? Read(reader) : StoredConversation.Unknown;
    }

    public Task<CommitResult> Commit(TurnCommit turn, CancellationToken cancel) => _commits.Enqueue(turn);

    public ValueTask DisposeAsync() => _commits.DisposeAsync();

    internal const string Columns = "c.id, c.version, c.state, c.last_message_id, c.is_held, c.has_opted_out, c.has_parked, c.awaited_from_her";

    internal static StoredConversation Read(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2), row.IsDBNull(3) ? null : row.GetInt64(3), row.GetBoolean(4), row.GetBoolean(5),
        row.GetBoolean(6), row.IsDBNull(7) ? null : row.GetString(7));
}
