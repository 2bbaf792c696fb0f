using System.Data.Common;
using System.Reflection;
using CoopAssistant.Data.Backups;
using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CoopAssistant.Data;

/// <summary>What differs between the two databases, in one place for each. Lives as long as the process.</summary>
internal abstract class Database : IDbContextFactory<CoopDbContext>
{
    /// <summary>A context with a connection of its own; give it back by disposing.</summary>
    public abstract CoopDbContext CreateDbContext();

    /// <summary>An open connection of its own, set up as every connection is.</summary>
    public abstract Task<DbConnection> Open(CancellationToken cancel);

    /// <summary>The same where a framework's interface cannot wait.</summary>
    public abstract DbConnection OpenNow();

    public abstract ITurnStore NewTurnStore(TurnChanges changes);

    /// <summary>Writes the database as it stands at one instant into a new file.</summary>
    /// <exception cref="BackupRefusedException">It cannot be done here.</exception>
    public abstract Task CopyTo(string file, CancellationToken cancel);

    /// <summary>Reads a backup through and makes it ready to replace the database.</summary>
    /// <exception cref="BackupRefusedException">It is damaged or not ours.</exception>
    /// <exception cref="NewerDatabaseException">It was made by a later release.</exception>
    public abstract Task<ICheckedBackup> Check(string file, CancellationToken cancel);

    /// <summary>Folder for the copy of the database as it was before a restore.</summary>
    public abstract string KeepsBeside(string backup);

    /// <summary>Runs <paramref name="migrate"/> in one process at a time; others wait, and then find the work done.</summary>
    protected abstract Task OneAtATime(Func<Task> migrate, CancellationToken cancel);

    /// <summary>Makes the place where the database can be, where that is ours to make.</summary>
    protected virtual void Prepare() { }

    /// <summary>Type of the context that keeps this database's migrations.</summary>
    protected abstract Type ContextType { get; }

    /// <summary>EF Core's model of it, built when first asked for and once in a process: half a second of a processor and some megabytes, for both faces.</summary>
    protected abstract IModel BuiltModel { get; }

    /// <summary>Builds the model on a thread of its own. All who need it at once would wait for it on threads that requests need.</summary>
    public Task BuildModel() => Task.Factory.StartNew(() => BuiltModel, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Brings the database up to this release. Costs one small query where it is; safe from several processes at once.</summary>
    /// <exception cref="NewerDatabaseException">A later release has been here.</exception>
    public async Task Migrate(CancellationToken cancel)
    {
        Prepare();
        if (await IsCurrent(cancel)) return;
        await OneAtATime(
            async () =>
            {
                if (await IsCurrent(cancel)) return;
                await using var context = CreateDbContext();
                context.Database.SetCommandTimeout(TimeSpan.FromHours(1));
                await context.Database.MigrateAsync(cancel);
            },
            cancel);
    }

    /// <summary>The file where the database should be, when there is none yet; null where there is, or where it is no file.</summary>
    public virtual string? MissingFile => null;

    /// <summary>Sees that somebody answers there.</summary>
    /// <exception cref="UnusableSettingException">Nobody does, or we are not let in.</exception>
    public async Task Reach(CancellationToken cancel)
    {
        try
        {
            Prepare();
            await using var connection = await Open(cancel);
        }
        catch (Exception failure) when (failure is DbException or IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            throw new UnusableSettingException($"Database:ConnectionString leads to no database that answers: {failure.Message.TrimEnd('.')}. Check the setting, and that the database is there and may be written.", failure);
        }
    }

    /// <summary>Compares what was applied with what this release has, without waking EF Core up.</summary>
    public async Task<bool> IsCurrent(CancellationToken cancel)
    {
        await using var connection = await Open(cancel);
        return IsCurrent(await Applied(connection, cancel));
    }

    protected bool IsCurrent(IReadOnlyCollection<string> applied)
    {
        var known = Known();
        if (applied.FirstOrDefault(a => !known.Contains(a)) is { } unknown) throw new NewerDatabaseException(unknown);
        return applied.Count == known.Count;
    }

    protected abstract Task<IReadOnlyCollection<string>> Applied(DbConnection connection, CancellationToken cancel);

    private HashSet<string> Known() =>
    [
        .. ContextType.Assembly.DefinedTypes
            .Where(t => t.BaseType == typeof(Migration) && t.GetCustomAttribute<DbContextAttribute>()?.ContextType == ContextType)
            .Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>(),
    ];

    protected static async Task<IReadOnlyCollection<string>> Column(DbConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant texts of this assembly
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var values = new List<string>();
        while (await reader.ReadAsync(cancel)) values.Add(reader.GetString(0));
        return values;
    }
}

/// <summary>The database was brought further by a later release than this one.</summary>
public sealed class NewerDatabaseException : Exception
{
    internal NewerDatabaseException(string migration)
        : base($"The database was made by another release than this one: it knows the step {migration}, which is not known here. Start that release, or restore a backup made with this one.") { }
}
