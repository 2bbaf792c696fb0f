using Npgsql;

namespace CoopAssistant.Benchmarks.Filling;

internal sealed class PostgresFill : FastFill
{
    private readonly NpgsqlConnection _connection;
    private readonly string[] _tables;
    private readonly List<string> _indexes = [];

    private PostgresFill(NpgsqlConnection connection, string[] tables) => (_connection, _tables) = (connection, tables);

    public static async Task<PostgresFill> Open(string connectionString, string[] tables)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        var fill = new PostgresFill(connection, tables);
        List<string> names = [];
        await using (var read = new NpgsqlCommand("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY ($1) AND indexname NOT IN (SELECT conname FROM pg_constraint)", connection) { Parameters = { new() { Value = tables } } })
        await using (var rows = await read.ExecuteReaderAsync())
            while (await rows.ReadAsync())
            {
                names.Add(rows.GetString(0));
                fill._indexes.Add(rows.GetString(1));
            }
        foreach (var name in names) await fill.Run($"DROP INDEX \"{name}\"");
        await fill.Run("SET session_replication_role = replica"); // foreign keys are not looked up row by row
        await fill.Run("SET maintenance_work_mem = '256MB'");
        return fill;
    }

    public override async Task Write(string table, string columns, IEnumerable<object?[]> rows)
    {
        await using var copy = await _connection.BeginBinaryImportAsync($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in row)
                if (value is null) await copy.WriteNullAsync();
                else await copy.WriteAsync(value);
        }
        await copy.CompleteAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var index in _indexes) await Run(index);
        foreach (var table in await Numbered()) await Run($"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT coalesce(max(id), 1) FROM {table}))");
        await _connection.DisposeAsync();
    }

    /// <summary>Tables that number their rows: the next number follows those that were written.</summary>
    private async Task<IReadOnlyList<string>> Numbered()
    {
        await using var read = new NpgsqlCommand("SELECT table_name::text FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'id' AND is_identity = 'YES' AND table_name = ANY ($1)", _connection) { Parameters = { new() { Value = _tables } } };
        await using var rows = await read.ExecuteReaderAsync();
        List<string> names = [];
        while (await rows.ReadAsync()) names.Add(rows.GetString(0));
        return names;
    }

    private async Task Run(string sql)
    {
#pragma warning disable CA2100 // names of our own tables
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
