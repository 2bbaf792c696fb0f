using CoopAssistant.Courses;
using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Programme;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Testing;

public enum DatabaseKind { Sqlite, Postgres }

/// <summary>A fresh, migrated database of its own, gone when disposed. Each <see cref="NewProcess"/> stands for a process that uses it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> _remove;
    private readonly List<ServiceProvider> _processes = [];

    private TestDatabase(DatabaseKind kind, string connectionString, Func<ValueTask> remove) => (Kind, ConnectionString, _remove) = (kind, connectionString, remove);

    public DatabaseKind Kind { get; }
    public string ConnectionString { get; }
    public TestClock Clock { get; } = new();

    public static async Task<TestDatabase> Create(DatabaseKind kind)
    {
        var database = await Empty(kind);
        if (kind == DatabaseKind.Sqlite) await CopyMigrated(database.ConnectionString);
        return database;
    }

    /// <summary>Lays a migrated SQLite database at <paramref name="file"/>, for a host that keeps its own folder.</summary>
    public static async Task CopyMigrated(string file) => File.Copy(await SqliteTemplate.Value, file);

    /// <summary>One that nobody has migrated.</summary>
    public static async Task<TestDatabase> CreateEmpty(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Sqlite) return await Empty(kind);
        var server = await PostgresServer.Shared;
        var name = await server.CreateDatabase(template: null);
        return new TestDatabase(kind, server.ConnectionString(name), () => server.DropDatabase(name));
    }

    /// <summary>One that is there already and stays: whoever names it answers for it.</summary>
    public static TestDatabase Kept(DatabaseKind kind, string connectionString) => new(kind, connectionString, () => ValueTask.CompletedTask);

    /// <summary>The settings a process gets, as section Database.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Database:Provider"] = Kind == DatabaseKind.Sqlite ? DatabaseOptions.Sqlite : DatabaseOptions.Postgres,
        ["Database:ConnectionString"] = ConnectionString,
    };

    /// <summary>Services as the program registers them: database, modules, and what the test adds.</summary>
    public ServiceProvider NewProcess(Action<IServiceCollection>? add = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddData(configuration);
        services.AddProgramme();
        services.AddMessaging();
        services.AddCourses();
        add?.Invoke(services);
        var process = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
        _processes.Add(process);
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        await _remove();
    }

    private static async Task<TestDatabase> Empty(DatabaseKind kind)
    {
        if (kind == DatabaseKind.Postgres)
        {
            var server = await PostgresServer.Shared;
            var name = await server.CreateDatabase(await PostgresTemplate.Value);
            return new TestDatabase(kind, server.ConnectionString(name), () => server.DropDatabase(name));
        }
        var folder = Directory.CreateTempSubdirectory("coop-test-").FullName;
        return new TestDatabase(kind, Path.Combine(folder, "coop.db"), () =>
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        });
    }

    private static readonly Lazy<Task<string>> SqliteTemplate = new(async () =>
    {
        var template = await Empty(DatabaseKind.Sqlite);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Path.GetDirectoryName(template.ConnectionString)!, recursive: true);
        await using (var process = template.NewProcess()) await process.GetRequiredService<PrepareDatabase>().Handle(CancellationToken.None);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return template.ConnectionString;
    });

    private static readonly Lazy<Task<string>> PostgresTemplate = new(async () =>
    {
        var server = await PostgresServer.Shared;
        var name = await server.CreateDatabase(template: null);
        var template = new TestDatabase(DatabaseKind.Postgres, server.ConnectionString(name), () => ValueTask.CompletedTask);
        await using (var process = template.NewProcess()) await process.GetRequiredService<PrepareDatabase>().Handle(CancellationToken.None);
        Npgsql.NpgsqlConnection.ClearAllPools();
        return name;
    });
}
