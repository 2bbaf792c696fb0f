using Npgsql;

namespace CoopAssistant.Data.Postgres;

/// <summary>A parameter of the value's own type: the driver looks nothing up and boxes nothing.</summary>
internal static class PostgresParameter
{
    public static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}
