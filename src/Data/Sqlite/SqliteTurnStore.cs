using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using Microsoft.Data.Sqlite;

namespace CoopAssistant.Data.Sqlite;

/// <summary>Turns on SQLite: one connection reads, one writes; readers never wait for the writer (WAL).</summary>
internal sealed class SqliteTurnStore(SqliteDatabase database, TurnChanges changes) : ITurnStore, IAsyncDisposable
{
    private readonly Lock _reading = new();
    private readonly GroupCommit _commits = new(new SqliteTurnWriter(database, changes));
    private SqliteConnection? _reader;
    private SqliteStatement? _load;

    public ValueTask<StoredConversation> Load(Channel channel, string address, CancellationToken cancel)
    {
        lock (_reading)
        {
            _load ??= Prepare();
            _load.Bind(1, (long)channel).Bind(2, address);
            try
            {
                return ValueTask.FromResult(_load.Step() ? Read(_load) : StoredConversation.Unknown);
            }
            finally
            {
                _load.Reset();
            }
        }
    }

    public Task<CommitResult> Commit(TurnCommit turn, CancellationToken cancel) => _commits.Enqueue(turn);

    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync();
        _load?.Dispose();
        _reader?.Dispose();
    }

    internal const string Columns = "c.id, c.version, c.state, c.last_message_id, c.is_held, c.has_opted_out, c.has_parked, c.awaited_from_her";

    internal static StoredConversation Read(SqliteStatement row) => new(
        row.Int64(0), row.Int64(1), row.Bytes(2), row.IsNull(3) ? null : row.Int64(3), row.Bool(4), row.Bool(5), row.Bool(6), row.IsNull(7) ? null : row.Text(7));

    private SqliteStatement Prepare() => new(
        _reader = database.OpenOwn(),
        $"SELECT {Columns} FROM contact_addresses a JOIN conversations c ON c.id = a.contact_id WHERE a.channel = ?1 AND a.address = ?2");
}
