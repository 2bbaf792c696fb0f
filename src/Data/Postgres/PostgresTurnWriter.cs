using System.Data;
using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Turns;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace CoopAssistant.Data.Postgres;

/// <summary>
/// Writes groups of turns on one connection, everyday turns all in the same few statements; a turn with changes gets a savepoint and a
/// context in the same transaction. Where a group breaks it is written again turn by turn. A lost connection is opened
/// again and the group repeated: what had been committed after all meets the version check.
/// </summary>
internal sealed class PostgresTurnWriter : IGroupWriter
{
    private readonly TurnChanges _changes;
    private readonly NpgsqlConnection _connection;
    private readonly PostgresTurnRows _rows;
    private readonly PooledDbContextFactory<PostgresCoopDbContext> _contexts;

    public PostgresTurnWriter(PostgresDatabase database, TurnChanges changes)
    {
        _changes = changes;
        _connection = database.Source.CreateConnection();
        _rows = new PostgresTurnRows(_connection);
        _contexts = database.ContextsOn(_connection);
    }

    public async Task Write(IReadOnlyList<PendingTurn> group)
    {
        try
        {
            await Write(group, eachAlone: false);
        }
        catch (NpgsqlException) when (_connection.State != ConnectionState.Open)
        {
            await Write(group, eachAlone: false);
        }
        catch (NpgsqlException)
        {
            await Write(group, eachAlone: true);
        }
    }

    private async Task Write(IReadOnlyList<PendingTurn> group, bool eachAlone)
    {
        if (_connection.State != ConnectionState.Open)
        {
            await _connection.CloseAsync();
            await _connection.OpenAsync();
        }
        await using var transaction = await _connection.BeginTransactionAsync();
        var everyday = new List<PendingTurn>(group.Count);
        var alone = new List<PendingTurn>();
        foreach (var pending in group)
        {
            (pending.Failure, pending.Result) = (null, null);
            (eachAlone || pending.Turn.Changes.Count > 0 ? alone : everyday).Add(pending);
        }
        if (everyday.Count > 0) await _rows.Write(everyday);
        foreach (var pending in alone) await WriteAlone(pending, transaction);
        await transaction.CommitAsync();
    }

    private async Task WriteAlone(PendingTurn pending, NpgsqlTransaction transaction)
    {
        await transaction.SaveAsync("turn");
        try
        {
            await _rows.Write([pending]);
            if (pending is { Result: { After: { } after } result, Turn.Changes.Count: > 0 })
            {
                await _changes.Apply(pending.Turn, after.Id, _contexts.CreateDbContext(), transaction);
                pending.Result = result with { After = await _rows.Reload(after.Id) }; // changes may have touched the conversation
            }
            await transaction.ReleaseAsync("turn");
        }
        catch (Exception failure) when (_connection.State == ConnectionState.Open)
        {
            await transaction.RollbackAsync("turn");
            pending.Result = null;
            if (TurnChanges.MeansConflict(failure, IsLostRace)) pending.Result = CommitResult.Conflict;
            else pending.Failure = failure;
        }
    }

    /// <summary>A taken key, a serialisation failure, a deadlock.</summary>
    private static bool IsLostRace(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
