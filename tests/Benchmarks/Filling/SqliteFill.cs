using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CoopAssistant.Benchmarks.Filling;

internal sealed class SqliteFill : FastFill
{
    private readonly SqliteConnection _connection;
    private readonly List<string> _indexes = [];

    private SqliteFill(SqliteConnection connection) => _connection = connection;

    public static async Task<SqliteFill> Open(string file, string[] tables)
    {
        SqliteConnection.ClearAllPools(); // leaving the write-ahead log waits for everybody else
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync();
        var fill = new SqliteFill(connection);
        await fill.Run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -524288");
        List<string> names = [];
        await using (var read = connection.CreateCommand())
        {
            read.CommandText = $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({string.Join(", ", tables.Select(table => $"'{table}'"))})";
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                names.Add(rows.GetString(0));
                fill._indexes.Add(rows.GetString(1));
            }
        }
        foreach (var name in names) await fill.Run($"DROP INDEX {name}");
        return fill;
    }

    public override async Task Write(string table, string columns, IEnumerable<object?[]> rows)
    {
        await using var transaction = (SqliteTransaction)await _connection.BeginTransactionAsync();
        await using var insert = _connection.CreateCommand();
        var places = columns.Split(',').Select((_, at) => insert.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"$p{at}") })).ToList();
        insert.CommandText = $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", places.Select(place => place.ParameterName))})";
        insert.Transaction = transaction;
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++) places[at].Value = row[at] switch { null => DBNull.Value, Guid id => id.ToString().ToUpperInvariant(), var value => value };
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var index in _indexes) await Run(index);
        await Run("PRAGMA journal_mode = WAL");
        await _connection.DisposeAsync();
    }

    private async Task Run(string sql)
    {
        await using var command = _connection.CreateCommand();
        command.CommandTimeout = 0;
#pragma warning disable CA2100 // names of our own tables
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
