using Npgsql;

namespace CoopAssistant.Benchmarks.Filling;

internal sealed class PostgresFill : FastFill
{
    private readonly NpgsqlConnection _connection;
    private readonly List<string> _indexes = [];

    private PostgresFill(NpgsqlConnection connection) => _connection = connection;

    public static async Task<PostgresFill> Open(string connectionString, string[] tables)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        var fill = new PostgresFill(connection);
        List<string> names = [];
        await using (var read = new NpgsqlCommand("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY ($1) AND indexname NOT IN (SELECT conname FROM pg_constraint)", connection) { Parameters = { new() { Value = tables } } })
        await using (var rows = await read.ExecuteReaderAsync())
            while (await rows.ReadAsync())
            {
                names.Add(rows.GetString(0));
                fill._indexes.Add(rows.GetString(1));
            }
        foreach (var name in names) await fill.Run($"DROP INDEX {name}");
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
        await _connection.DisposeAsync();
    }

    private async Task Run(string sql)
    {
#pragma warning disable CA2100 // names of our own tables
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
