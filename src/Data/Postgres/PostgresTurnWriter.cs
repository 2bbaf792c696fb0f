using System.Data;
using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Turns;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace CoopAssistant.Data.Postgres;

/// <summary>
/// Writes groups of turns on one connection, the rows of all in the same few statements, then the changes of those that have some, in a context
/// of the same transaction. Where a group breaks it is written again turn by turn, each in a savepoint. A lost connection is opened
/// again and the group repeated: what had been committed after all meets the version check.
/// </summary>
internal sealed class PostgresTurnWriter : IGroupWriter
{
    private readonly TurnChanges _changes;
    private readonly NpgsqlConnection _connection;
    private readonly PostgresTurnRows _rows;
    private readonly Lazy<PooledDbContextFactory<PostgresCoopDbContext>> _contexts;

    public PostgresTurnWriter(PostgresDatabase database, TurnChanges changes)
    {
        _changes = changes;
        _connection = database.Source.CreateConnection();
        _rows = new PostgresTurnRows(_connection);
        _contexts = new(() => database.ContextsOn(_connection));
    }

    public async Task Write(IReadOnlyList<PendingTurn> group)
    {
        try
        {
            await Together(group);
        }
#pragma warning disable CA1031 // whichever turn broke it, alone it will be known
        catch (Exception) when (_connection.State == ConnectionState.Open)
        {
            await EachAlone(group);
        }
        catch (Exception)
#pragma warning restore CA1031
        {
            await Together(group);
        }
    }

    public void Rehearse(PendingTurn turn)
    {
        using var transaction = Begin([]);
        _rows.Write([turn], commits: false);
        transaction.Rollback();
    }

    private async Task Together(IReadOnlyList<PendingTurn> group)
    {
        _connection.OpenForTurns();
        var isAll = !group.Any(pending => TurnChanges.NeedsContext(pending.Turn));
        if (isAll && _rows.WriteAtOnce(group)) return;
        using var transaction = Begin(group);
        if (_rows.Write(group, commits: isAll)) return;
        await Change(group, transaction);
        transaction.Commit();
    }

    private async Task EachAlone(IReadOnlyList<PendingTurn> group)
    {
        using var transaction = Begin(group);
        foreach (var pending in group) await WriteAlone(pending, transaction);
        transaction.Commit();
    }

    private NpgsqlTransaction Begin(IReadOnlyList<PendingTurn> group)
    {
        _connection.OpenForTurns();
        foreach (var pending in group) (pending.Failure, pending.Result) = (null, null);
        return _connection.BeginTransaction();
    }

    private async Task WriteAlone(PendingTurn pending, NpgsqlTransaction transaction)
    {
        transaction.Save("turn");
        try
        {
            _rows.Write([pending], commits: false);
            await Change([pending], transaction);
            transaction.Release("turn");
        }
        catch (Exception failure) when (_connection.State == ConnectionState.Open)
        {
            transaction.Rollback("turn");
            pending.Result = null;
            if (TurnChanges.MeansConflict(failure, IsLostRace)) pending.Result = CommitResult.Conflict;
            else pending.Failure = failure;
        }
    }

    /// <summary>Runs the changes of those turns that stand; they may touch the conversations too.</summary>
    private async Task Change(IReadOnlyList<PendingTurn> group, NpgsqlTransaction transaction)
    {
        var changed = group.Where(p => p.Result?.After is not null && TurnChanges.NeedsContext(p.Turn)).ToList();
        if (changed.Count == 0) return;
        foreach (var pending in changed) await _changes.Apply(pending.Turn, pending.Result!.After!.Id, _contexts.Value.CreateDbContext(), transaction);
        var after = _rows.Reload(changed.ConvertAll(p => p.Result!.After!.Id).ToArray());
        foreach (var pending in changed) pending.Result = pending.Result! with { After = after[pending.Result!.After!.Id] };
    }

    /// <summary>A taken key, a serialisation failure, a deadlock.</summary>
    private static bool IsLostRace(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
