using CoopAssistant.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace CoopAssistant.Benchmarks.References;

/// <summary>Three rows a turn: her state under her number, her message, the reply. WAL, synchronous=FULL, a checkpoint at 16,000 pages.</summary>
internal sealed class BoundOnSqlite : IBoundStore
{
    private readonly SqliteStatement _begin, _commit, _state, _message, _load;
    private readonly Lock _reading = new();
    private long _lastMessage;

    public BoundOnSqlite(string file)
    {
        var writer = Open(file);
        Run(writer, """
            CREATE TABLE IF NOT EXISTS conversations (id INTEGER PRIMARY KEY, version INTEGER NOT NULL, state BLOB NOT NULL);
            CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, conversation_id INTEGER NOT NULL, is_hers INTEGER NOT NULL, provider_id TEXT, text TEXT NOT NULL, at INTEGER NOT NULL);
            """);
        _begin = new(writer, "BEGIN IMMEDIATE");
        _commit = new(writer, "COMMIT");
        _state = new(writer, "INSERT INTO conversations VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET version = ?2, state = ?3 WHERE version = ?2 - 1");
        _message = new(writer, "INSERT INTO messages VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
        _load = new(Open(file), "SELECT version, state FROM conversations WHERE id = ?1");
        using var newest = new SqliteStatement(writer, "SELECT max(id) FROM messages");
        newest.Step();
        _lastMessage = newest.Int64(0);
        newest.Reset();
    }

    public ValueTask<Place> Load(long phone)
    {
        lock (_reading)
        {
            var place = _load.Bind(1, phone).Step() ? RegistrationTalk.Read(_load.Int64(0), _load.Bytes(1)) : Place.New;
            _load.Reset();
            return ValueTask.FromResult(place);
        }
    }

    public ValueTask Write(List<Turn> group)
    {
        _begin.Run();
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var turn in group)
        {
            if (_state.Bind(1, turn.Heard.Phone).Bind(2, turn.Version).Bind(3, turn.State).Run() != 1) throw new InvalidOperationException("Two turns of one conversation met.");
            _message.Bind(1, ++_lastMessage).Bind(2, turn.Heard.Phone).Bind(3, true).Bind(4, turn.Heard.Id).Bind(5, turn.Heard.Text).Bind(6, at).Run();
            _message.Bind(1, ++_lastMessage).Bind(2, turn.Heard.Phone).Bind(3, false).Bind(4, (string?)null).Bind(5, turn.Reply).Bind(6, at).Run();
        }
        _commit.Run();
        return ValueTask.CompletedTask;
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16000;");
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant texts of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
