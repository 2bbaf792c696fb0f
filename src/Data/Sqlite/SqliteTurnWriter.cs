using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace CoopAssistant.Data.Sqlite;

/// <summary>
/// Writes groups of turns on one connection. An everyday turn is three prepared statements, what every registration does a few more; a turn with
/// other changes gets a savepoint and a context in the same transaction. Where a group breaks it is written again turn by turn, so that only the broken one fails.
/// </summary>
internal sealed class SqliteTurnWriter(SqliteDatabase database, TurnChanges changes) : IGroupWriter
{
    private SqliteConnection? _connection;
    private SqliteTurnRows? _rows;
    private PooledDbContextFactory<SqliteCoopDbContext>? _contexts;

    public async Task Write(IReadOnlyList<PendingTurn> group)
    {
        Open();
        try
        {
            if (group.Any(pending => TurnChanges.NeedsContext(pending.Turn))) await Write(group, eachAlone: false);
            else WriteTogether(group);
        }
#pragma warning disable CA1031 // whichever turn broke it, alone it will be known
        catch (Exception)
#pragma warning restore CA1031
        {
            await Write(group, eachAlone: true);
        }
    }

    public void Rehearse(PendingTurn turn)
    {
        Open();
        _rows!.BeginTransaction();
        try
        {
            _rows.Begin();
            WriteRows(turn);
        }
        finally
        {
            _rows.Rollback();
        }
    }

    /// <summary>Most groups need no transaction but SQLite's own.</summary>
    private void WriteTogether(IReadOnlyList<PendingTurn> group)
    {
        _rows!.BeginTransaction();
        try
        {
            _rows.Begin();
            foreach (var pending in group) pending.Result = WriteRows(pending);
            _rows.Commit();
        }
        catch
        {
            _rows.Rollback();
            throw;
        }
    }

    private async Task Write(IReadOnlyList<PendingTurn> group, bool eachAlone)
    {
        await using var transaction = _connection!.BeginTransaction(deferred: false);
        _rows!.Begin();
        foreach (var pending in group)
        {
            pending.Failure = null;
            if (eachAlone || TurnChanges.NeedsContext(pending.Turn)) await WriteAlone(pending, transaction);
            else pending.Result = WriteRows(pending);
        }
        transaction.Commit();
    }

    private CommitResult WriteRows(PendingTurn turn)
    {
        var result = _rows!.Write(turn);
        if (result.After is { } after)
            foreach (var statement in turn.Statements(after.Id)) _rows.Run(statement);
        return result;
    }

    private async Task WriteAlone(PendingTurn pending, SqliteTransaction transaction)
    {
        _rows!.Savepoint();
        try
        {
            var result = WriteRows(pending);
            if (result.After is { } after && TurnChanges.NeedsContext(pending.Turn))
            {
                await changes.Apply(pending.Turn, after.Id, (_contexts ??= database.ContextsOn(_connection!)).CreateDbContext(), transaction);
                result = result with { After = _rows.Reload(after.Id) }; // changes may have touched the conversation
            }
            pending.Result = result;
            _rows.Release();
        }
#pragma warning disable CA1031 // this turn's own caller gets it
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _rows.RollBackToSavepoint();
            if (TurnChanges.MeansConflict(failure, IsLostRace)) pending.Result = CommitResult.Conflict;
            else pending.Failure = failure;
        }
        _rows.Begin(); // changes may have added messages
    }

    /// <summary>SQLITE_CONSTRAINT_PRIMARYKEY or _UNIQUE.</summary>
    private static bool IsLostRace(Exception failure) => failure is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    private void Open()
    {
        if (_rows is not null) return;
        _connection = database.OpenOwn();
        _rows = new SqliteTurnRows(_connection);
    }

    public ValueTask DisposeAsync()
    {
        _rows?.Dispose();
        _connection?.Dispose();
        return ValueTask.CompletedTask;
    }
}
