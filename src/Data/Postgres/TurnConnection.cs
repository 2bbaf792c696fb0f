using System.Data;
using Npgsql;

namespace CoopAssistant.Data.Postgres;

/// <summary>A connection that lives as long as the process, for groups of turns; after a loss it is opened again.</summary>
internal static class TurnConnection
{
    /// <returns>True: it was not open.</returns>
    public static bool OpenForTurns(this NpgsqlConnection connection)
    {
        if (connection.State == ConnectionState.Open) return false;
        connection.Close();
        connection.Open();
        FindByKey(connection);
        return true;
    }

    /// <summary>
    /// Few rows of a large table, always by its key: a planner that has no figures of the table yet, or expects more rows than a group has,
    /// would read it whole.
    /// </summary>
    private static void FindByKey(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off", connection);
        command.ExecuteNonQuery();
    }
}
