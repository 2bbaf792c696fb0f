namespace CoopAssistant.Data;

/// <summary>How a database stands towards this release.</summary>
public abstract record DatabaseCondition
{
    private DatabaseCondition() { }

    public sealed record Current : DatabaseCondition;

    /// <summary>Empty, or of an earlier release: the next start brings it up.</summary>
    public sealed record Older : DatabaseCondition;

    /// <summary>There is no file yet: the next start makes it.</summary>
    public sealed record NotThere(string File) : DatabaseCondition;

    /// <summary>Nobody answers, or a later release has been here. The sentence says what to do.</summary>
    public sealed record Unusable(string Sentence) : DatabaseCondition;
}

/// <summary>Looks at the database and changes nothing, not even an empty folder.</summary>
public sealed class InspectDatabase
{
    private readonly Database _database;

    internal InspectDatabase(Database database) => _database = database;

    /// <summary>Whether a table of a database that is ready has no row, without waking EF Core up: a start asks before it serves anybody.</summary>
    /// <param name="table">A name of ours, never somebody's word.</param>
    public async Task<bool> IsEmpty(string table, CancellationToken cancel)
    {
        await using var connection = await _database.Open(cancel);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant names of this program
        command.CommandText = $"SELECT 1 FROM {table} LIMIT 1";
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancel) is null;
    }

    public async Task<DatabaseCondition> Handle(CancellationToken cancel)
    {
        if (_database.MissingFile is { } file) return new DatabaseCondition.NotThere(file);
        try
        {
            await _database.Reach(cancel);
            return await _database.IsCurrent(cancel) ? new DatabaseCondition.Current() : new DatabaseCondition.Older();
        }
        catch (Exception unusable) when (unusable is UnusableSettingException or NewerDatabaseException)
        {
            return new DatabaseCondition.Unusable(unusable.Message);
        }
    }
}
