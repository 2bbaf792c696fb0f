using CoopAssistant.Testing;

namespace CoopAssistant.Benchmarks.Filling;

/// <summary>Rows in great numbers into a database that nobody else uses: without its indexes, which are made anew at the end, and without waiting for the disk.</summary>
internal abstract class FastFill : IAsyncDisposable
{
    public static async Task<FastFill> Begin(TestDatabase database, params string[] tables) =>
        database.Kind == DatabaseKind.Sqlite ? await SqliteFill.Open(database.ConnectionString, tables) : await PostgresFill.Open(database.ConnectionString, tables);

    /// <param name="columns">Comma-separated.</param>
    /// <param name="rows">Values in the order of the columns: whole numbers, texts, yes or no, UTC times, UUIDs, null.</param>
    public abstract Task Write(string table, string columns, IEnumerable<object?[]> rows);

    /// <summary>Makes the indexes and counts what the planner wants to know.</summary>
    public abstract ValueTask DisposeAsync();
}
