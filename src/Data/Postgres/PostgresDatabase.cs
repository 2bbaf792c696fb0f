using System.Data.Common;
using CoopAssistant.Data.Backups;
using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CoopAssistant.Data.Postgres;

/// <summary>A PostgreSQL database that several processes may share.</summary>
internal sealed class PostgresDatabase : Database, IAsyncDisposable
{
    /// <summary>Number of the advisory lock under which one process migrates.</summary>
    private const long MigrationLock = 0x636F6F70;

    private static readonly Lazy<IModel> Model = new(() =>
    {
        using var context = new PostgresCoopDbContext(new DbContextOptionsBuilder<PostgresCoopDbContext>().UseNpgsql().Options);
        return context.Model;
    });

    private readonly ILoggerFactory _loggers;
    private readonly IInterceptor[] _interceptors;
    private readonly Lazy<PooledDbContextFactory<PostgresCoopDbContext>> _contexts; // a start that finds everything in place needs none

    public PostgresDatabase(string connectionString, ILoggerFactory loggers, IEnumerable<IInterceptor> interceptors)
    {
        (ConnectionString, _loggers, _interceptors) = (connectionString, loggers, [.. interceptors]);
        var settings = new NpgsqlDataSourceBuilder(connectionString).UseLoggerFactory(loggers);
        if (settings.ConnectionStringBuilder.MaxAutoPrepare == 0)
            (settings.ConnectionStringBuilder.MaxAutoPrepare, settings.ConnectionStringBuilder.AutoPrepareMinUsages) = (100, 2);
        Source = settings.Build();
        _contexts = new(() => new(Options(o => o.UseNpgsql(Source))));
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>As configured, with the password.</summary>
    public string ConnectionString { get; }

    protected override Type ContextType => typeof(PostgresCoopDbContext);

    protected override IModel BuiltModel => Model.Value;

    public override CoopDbContext CreateDbContext() => _contexts.Value.CreateDbContext();

    public override async Task<DbConnection> Open(CancellationToken cancel) => await Source.OpenConnectionAsync(cancel);

    public override DbConnection OpenNow() => Source.OpenConnection();

    /// <summary>Contexts that work on a connection of somebody else and inside her transaction.</summary>
    public PooledDbContextFactory<PostgresCoopDbContext> ContextsOn(NpgsqlConnection connection) => new(Options(o => o.UseNpgsql(connection)), poolSize: 2);

    public override ITurnStore NewTurnStore(TurnChanges changes) => new PostgresTurnStore(this, changes);

    public override Task CopyTo(string file, CancellationToken cancel) => PostgresBackup.Dump(this, file, cancel);

    public override async Task<ICheckedBackup> Check(string file, CancellationToken cancel) => await PostgresBackup.Check(this, file, cancel);

    public override string KeepsBeside(string backup) => Path.GetDirectoryName(backup)!;

    /// <exception cref="NewerDatabaseException">One of these migrations is not of this release.</exception>
    public void Refuse(IReadOnlyCollection<string> applied) => IsCurrent(applied);

    protected override async Task<IReadOnlyCollection<string>> Applied(DbConnection connection, CancellationToken cancel) =>
        (await Column(connection, """SELECT coalesce(to_regclass('"__EFMigrationsHistory"')::text, '')""", cancel)).Single().Length == 0
            ? []
            : await Column(connection, """SELECT "MigrationId" FROM "__EFMigrationsHistory" """, cancel);

    /// <summary>An advisory lock, which ends with the connection that holds it.</summary>
    protected override async Task OneAtATime(Func<Task> migrate, CancellationToken cancel)
    {
        await using var connection = await Source.OpenConnectionAsync(cancel);
        await using var hold = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = MigrationLock } }, CommandTimeout = 0 };
        await hold.ExecuteNonQueryAsync(cancel);
        await migrate();
        await using var free = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", connection) { Parameters = { new() { Value = MigrationLock } } };
        await free.ExecuteNonQueryAsync(cancel);
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private DbContextOptions<PostgresCoopDbContext> Options(Action<DbContextOptionsBuilder> use)
    {
        var options = new DbContextOptionsBuilder<PostgresCoopDbContext>();
        use(options);
        return options.UseModel(Model.Value).UseLoggerFactory(_loggers).AddInterceptors(_interceptors).Options;
    }
}
