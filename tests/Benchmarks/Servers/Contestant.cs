using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Testing;

namespace CoopAssistant.Benchmarks.Servers;

/// <summary>Which program answers.</summary>
internal enum Kind
{
    Coop,
    Bound,
    ContextPerTurn,
}

/// <summary>A program with a database of its own that lives through all rounds; its process is started anew for each.</summary>
internal sealed class Contestant : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coop-bench-").FullName;
    private readonly string _program;

    private Contestant(Kind kind, string? postgres, string program) => (Kind, Postgres, _program) = (kind, postgres, program);

    public Kind Kind { get; }

    /// <summary>Connection string; null on SQLite.</summary>
    public string? Postgres { get; }
    public string File => Path.Combine(_folder, "bench.db");

    /// <summary>What is added to the program's own settings.</summary>
    public List<string> Settings { get; } = [];

    public string Name => Kind switch
    {
        Kind.Coop => "coop",
        Kind.Bound => "(b) the bound",
        _ => "(a) a DbContext per turn",
    };

    /// <param name="program">Path of the published program; references lie in this assembly.</param>
    public static async Task<Contestant> New(Kind kind, string program, PostgresServer? postgres = null) =>
        new(kind, postgres is null ? null : postgres.ConnectionString(await postgres.CreateDatabase(null)), program);

    public ServerProcess Start(bool isGauged = true)
    {
        var port = FreePort.Draw();
        return ServerProcess.Start(_folder, port, Command(port), isGauged);
    }

    public async Task<ServerProcess> StartReady() => await Start().UntilReady(Kind == Kind.Coop ? "/health/ready" : "/health/live");

    private IEnumerable<string> Command(int port)
    {
        if (Kind != Kind.Coop)
            return ["dotnet", typeof(Contestant).Assembly.Location, Reference, Kind.ToString(), $"http://localhost:{port}", Postgres ?? File, Postgres is null ? "sqlite" : "postgres"];
        string[] database = Postgres is null ? [$"--Database:ConnectionString={File}"] : ["--Database:Provider=postgres", $"--Database:ConnectionString={Postgres}"];
        return
        [
            _program, "serve", "--demo=false", $"--Bot:Url=http://localhost:{port}", $"--Admin:Url=http://localhost:{FreePort.Draw()}",
            $"--Twilio:AccountSid={WebhookWriter.Account}", $"--Twilio:AuthToken={WebhookWriter.Token}", $"--Twilio:From={WebhookWriter.Sender}",
            "--Delivery:Enabled=false", "--WebChat:RequestsPerSecond=0", .. database, .. Settings,
        ];
    }

    /// <summary>First word of the command line that makes this assembly a reference server.</summary>
    public const string Reference = "reference";

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
