using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using Microsoft.Data.Sqlite;

namespace CoopAssistant.Data.Sqlite;

/// <summary>Turns on SQLite: one connection reads, one writes; readers never wait for the writer (WAL).</summary>
internal sealed class SqliteTurnStore(SqliteDatabase database, TurnChanges changes) : ITurnStore, IAsyncDisposable
{
    private readonly Lock _reading = new();
    private readonly GroupCommit _commits = new(new SqliteTurnWriter(database, changes), changes);
    private SqliteConnection? _reader;
    private SqliteStatement? _load, _since;

    public ValueTask<StoredConversation> Load(Channel channel, string address, CancellationToken cancel)
    {
        lock (_reading)
        {
            _load ??= Prepare($"SELECT {Columns} FROM contact_addresses a JOIN conversations c ON c.id = a.contact_id WHERE a.channel = ?1 AND a.address = ?2");
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

    public void Rehearse(TurnCommit turn) => _commits.Rehearse(turn);

    public Task<CommitResult> Commit(TurnCommit turn, CancellationToken cancel) => _commits.Enqueue(turn);

    /// <summary>Backwards along the chain. CROSS JOIN makes SQLite begin there; left to itself it reads the whole table of messages.</summary>
    internal const string SinceSql = """
        WITH RECURSIVE thread (id, place) AS (
            SELECT c.last_message_id, 1 FROM conversations c WHERE c.id = ?1 AND c.last_message_id > ?2
            UNION ALL
            SELECT m.previous_id, t.place + 1 FROM thread t CROSS JOIN messages m WHERE m.id = t.id AND m.previous_id > ?2 AND t.place < ?3
        )
        SELECT m.id, m.direction, m.text, m.at, m.extras, m.provider_id, m.author FROM thread t CROSS JOIN messages m WHERE m.id = t.id ORDER BY m.id
        """;

    public ValueTask<IReadOnlyList<ThreadMessage>> Since(long conversationId, long afterId, CancellationToken cancel)
    {
        lock (_reading)
        {
            _since ??= Prepare(SinceSql);
            _since.Bind(1, conversationId).Bind(2, afterId).Bind(3, ThreadMessage.MostAtOnce);
            try
            {
                var thread = new List<ThreadMessage>();
                while (_since.Step()) thread.Add(Said(_since));
                return ValueTask.FromResult<IReadOnlyList<ThreadMessage>>(thread);
            }
            finally
            {
                _since.Reset();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync();
        _load?.Dispose();
        _since?.Dispose();
        _reader?.Dispose();
    }

    internal const string Columns = "c.id, c.version, c.state, c.last_message_id, c.is_held, c.has_opted_out, c.has_parked, c.awaited_from_her";

    internal static StoredConversation Read(SqliteStatement row) => new(
        row.Int64(0), row.Int64(1), row.Bytes(2), row.IsNull(3) ? null : row.Int64(3), row.Bool(4), row.Bool(5), row.Bool(6), row.TextOrNull(7));

    private static ThreadMessage Said(SqliteStatement row) => new(row.Int64(0), (MessageDirection)row.Int64(1), row.Text(2), row.Time(3))
    {
        Extras = row.TextOrNull(4), ProviderId = row.TextOrNull(5), Author = row.TextOrNull(6),
    };

    private SqliteStatement Prepare(string sql) => new(_reader ??= database.OpenOwn(), sql);
}
