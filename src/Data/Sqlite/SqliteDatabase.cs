using System.Data.Common;
using System.Runtime.CompilerServices;
using CoopAssistant.Data.Backups;
using CoopAssistant.Data.Turns;
using CoopAssistant.Messaging.Turns;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Data.Sqlite;

/// <summary>One file beside the program: WAL, each commit on disk before it counts, foreign keys checked.</summary>
internal sealed class SqliteDatabase : Database
{
    /// <summary>Pages in the log before they move to the file: about 64 MiB. Fewer make turns slower and unsteady.</summary>
    private const int CheckpointPages = 16_000;

    private static readonly Lazy<IModel> Model = new(() =>
    {
        using var context = new SqliteCoopDbContext(new DbContextOptionsBuilder<SqliteCoopDbContext>().UseSqlite().Options);
        return context.Model;
    });

    private readonly string _connectionString;
    private readonly ILoggerFactory _loggers;
    private readonly IInterceptor[] _interceptors;
    private readonly Lazy<PooledDbContextFactory<SqliteCoopDbContext>> _contexts; // a start that finds everything in place needs none

    public SqliteDatabase(string connectionString, string contentRoot, ILoggerFactory loggers, IEnumerable<IInterceptor> interceptors)
    {
        _loggers = loggers;
        var given = connectionString.Length == 0 ? DatabaseOptions.DefaultFile : connectionString;
        var settings = new SqliteConnectionStringBuilder(given.Contains('=', StringComparison.Ordinal) ? given : $"Data Source={given}")
        {
            ForeignKeys = true,
        };
        settings.DataSource = File = Path.GetFullPath(settings.DataSource, contentRoot);
        _connectionString = settings.ToString();
        _interceptors = [.. interceptors, new SetsUp()];
        _contexts = new(() => new(Options(o => o.UseSqlite(_connectionString))));
    }

    /// <summary>Full path of the database file.</summary>
    public string File { get; }

    public override string? MissingFile => System.IO.File.Exists(File) ? null : File;

    protected override Type ContextType => typeof(SqliteCoopDbContext);

    protected override IModel BuiltModel => Model.Value;

    public override CoopDbContext CreateDbContext() => _contexts.Value.CreateDbContext();

    /// <summary>SQLite opens without waiting for anything but the disk.</summary>
    public override Task<DbConnection> Open(CancellationToken cancel) => Task.FromResult(OpenNow());

    public override DbConnection OpenNow() => Open(_connectionString);

    /// <summary>A connection that lives long and is not shared through the pool.</summary>
    public SqliteConnection OpenOwn() => Open(new SqliteConnectionStringBuilder(_connectionString) { Pooling = false }.ToString());

    /// <summary>Contexts that work on a connection of somebody else and inside her transaction.</summary>
    public PooledDbContextFactory<SqliteCoopDbContext> ContextsOn(SqliteConnection connection) => new(Options(o => o.UseSqlite(connection)), poolSize: 2);

    public override ITurnStore NewTurnStore(TurnChanges changes) => new SqliteTurnStore(this, changes);

    /// <summary>VACUUM INTO reads one snapshot and never stops the writer.</summary>
    public override async Task CopyTo(string file, CancellationToken cancel)
    {
        if (MissingFile is not null) throw new BackupRefusedException($"There is no database at {File}. Call this in the folder in which the program serves, or give Database:ConnectionString.");
        await using var connection = OpenOwn();
        await using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$file", file);
        await Task.Run(command.ExecuteNonQuery, cancel);
    }

    public override async Task<ICheckedBackup> Check(string file, CancellationToken cancel) =>
        await SqliteBackup.Check(this, path => new SqliteDatabase($"Data Source={path};Pooling=False", "/", _loggers, []), file, cancel);

    public override string KeepsBeside(string backup) => Path.GetDirectoryName(File)!;

    /// <summary>Highest id a contact ever had, also one that is gone.</summary>
    public long LastContactId()
    {
        using var connection = OpenOwn();
        return long.Parse(Text(connection, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'contacts'"), System.Globalization.CultureInfo.InvariantCulture);
    }

    protected override void Prepare()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        using var connection = OpenOwn();
        Run(connection, "PRAGMA journal_mode = WAL;");
    }

    protected override async Task<IReadOnlyCollection<string>> Applied(DbConnection connection, CancellationToken cancel) =>
        (await Column(connection, "SELECT name FROM sqlite_master WHERE name = '__EFMigrationsHistory'", cancel)).Count == 0
            ? []
            : await Column(connection, "SELECT MigrationId FROM __EFMigrationsHistory", cancel);

    /// <summary>A locked file beside the database, which the system frees even when the process is killed.</summary>
    protected override async Task OneAtATime(Func<Task> migrate, CancellationToken cancel)
    {
        await using var held = await Hold(File + ".migrating", cancel);
        using (var connection = OpenOwn())
        {
            // EF Core's own lock is a row that outlives a killed process; with the file held, nobody else can be at work.
            Run(connection, """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL); DELETE FROM "__EFMigrationsLock";""");
        }
        await migrate();
    }

    private static async Task<FileStream> Hold(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (System.IO.File.Exists(path))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancel);
            }
        }
    }

    private DbContextOptions<SqliteCoopDbContext> Options(Action<DbContextOptionsBuilder> use)
    {
        var options = new DbContextOptionsBuilder<SqliteCoopDbContext>();
        use(options);
        return options.UseModel(Model.Value).UseLoggerFactory(_loggers).AddInterceptors(_interceptors).Options;
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        SetUp(connection);
        return connection;
    }

    private static void SetUp(SqliteConnection connection) =>
        Run(connection, $"PRAGMA busy_timeout = 30000; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = {CheckpointPages};");

    internal static string Text(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant texts of this assembly
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // constant texts of this assembly
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Sets up connections that EF Core opens. What comes out of the pool was set up before and has kept it.</summary>
    private sealed class SetsUp : DbConnectionInterceptor
    {
        private readonly ConditionalWeakTable<object, object?> _done = [];

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Once((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Once((SqliteConnection)connection);
            return Task.CompletedTask;
        }

        private void Once(SqliteConnection connection)
        {
            if (_done.TryGetValue(connection.Handle!, out _)) return;
            SetUp(connection);
            _done.AddOrUpdate(connection.Handle!, null);
        }
    }
}
