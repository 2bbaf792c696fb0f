using System.Collections.Concurrent;
using CoopAssistant.Programme;
using Npgsql;
using NpgsqlTypes;

namespace CoopAssistant.Data.Postgres;

/// <summary>A plain statement as one of a batch. The driver prepares each text when it comes again.</summary>
internal static class PostgresStatement
{
    private static readonly ConcurrentDictionary<string, string> Placed = new(StringComparer.Ordinal);

    private static readonly Dictionary<Type, NpgsqlDbType> Types = new()
    {
        [typeof(string)] = NpgsqlDbType.Text, [typeof(long)] = NpgsqlDbType.Bigint, [typeof(int)] = NpgsqlDbType.Integer, [typeof(short)] = NpgsqlDbType.Smallint,
        [typeof(bool)] = NpgsqlDbType.Boolean, [typeof(DateTime)] = NpgsqlDbType.TimestampTz, [typeof(DateOnly)] = NpgsqlDbType.Date, [typeof(Guid)] = NpgsqlDbType.Uuid,
    };

    public static NpgsqlBatchCommand Of(PlainStatement plain)
    {
        var command = new NpgsqlBatchCommand(Placed.GetOrAdd(plain.Text, static (_, statement) => statement.Placed('$'), plain));
        for (var i = 0; i < plain.Values.Count; i++)
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = Types[plain.Types[i]], Value = plain.Values[i] ?? DBNull.Value });
        return command;
    }
}
