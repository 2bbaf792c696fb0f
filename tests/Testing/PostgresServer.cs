using System.Diagnostics;
using Npgsql;

namespace CoopAssistant.Testing;

/// <summary>
/// A private PostgreSQL for one test run: a new cluster in a temporary folder on a free port. It ends with this process, however
/// that ends, because the server's shell waits for our end of its input to close.
/// </summary>
public sealed class PostgresServer
{
    private static readonly Lazy<Task<PostgresServer>> Started = new(() => Start(isDurable: false));
    private readonly int _port;
    private readonly Process _shell; // held: its input closes when it is collected
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private int _databases;

    private PostgresServer(int port, Process shell) => (_port, _shell) = (port, shell);

    /// <summary>The server of this test run, started at the first wish for it.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed or does not start.</exception>
    public static Task<PostgresServer> Shared => Started.Value;

    /// <summary>One of its own that waits for the disk at each commit, with the memory of a small server: for measuring.</summary>
    public static Task<PostgresServer> Durable() => Start(isDurable: true);

    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={_port};Username=coop;Database={database};Timeout=30;Maximum Pool Size=20";

    /// <summary>Creates a database, as a copy of <paramref name="template"/> where given, and returns its name.</summary>
    public async Task<string> CreateDatabase(string? template)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await _oneAtATime.WaitAsync(); // a template may be copied once at a time
        try
        {
            await Run($"CREATE DATABASE {name} TEMPLATE {template ?? "template0"}");
        }
        finally
        {
            _oneAtATime.Release();
        }
        return name;
    }

    public async ValueTask DropDatabase(string name) => await Run($"DROP DATABASE {name} WITH (FORCE)");

    private async Task Run(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<PostgresServer> Start(bool isDurable)
    {
        var binaries = Binaries();
        var folder = Path.Combine(Path.GetTempPath(), $"coop-pg-{Guid.NewGuid():N}");
        var port = FreePort.Draw();
        var durability = isDurable ? "-c fsync=on -c shared_buffers=512MB -c max_wal_size=4GB" : "-c fsync=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0";
        var script = $"""
            '{binaries}/initdb' -D '{folder}' -U coop -A trust -E UTF8 --locale=C --no-sync > /dev/null || exit 1
            '{binaries}/postgres' -D '{folder}' -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' \
                {durability} -c max_connections=200 -c log_min_messages=fatal -c log_min_error_statement=panic &
            cat > /dev/null
            kill -QUIT $!
            wait $!
            rm -rf '{folder}'
            """;

        // postgres refuses to run as root
        var start = Environment.IsPrivilegedProcess
            ? new ProcessStartInfo("runuser", ["-u", "postgres", "--", "sh", "-c", script])
            : new ProcessStartInfo("sh", ["-c", script]);
        (start.RedirectStandardInput, start.WorkingDirectory) = (true, Path.GetTempPath());
        var process = Process.Start(start) ?? throw new InvalidOperationException("PostgreSQL's shell did not start.");

        var server = new PostgresServer(port, process);
        await server.WaitUntilItAnswers();
        return server;
    }

    private async Task WaitUntilItAnswers()
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await Run("SELECT 1");
                return;
            }
            catch (NpgsqlException failure) when (_shell.HasExited || patience.Elapsed > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException("The tests' PostgreSQL did not start; its own words are in the test run's error output.", failure);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(50);
            }
        }
    }

    private static string Binaries()
    {
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            : [];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');
        return installed.Concat(onPath).LastOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")))
            ?? throw new InvalidOperationException("These tests need PostgreSQL's server programs (initdb, postgres), and they are not on this machine. On Debian: apt-get install postgresql. ./test.sh does it.");
    }
}
