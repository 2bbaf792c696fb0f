using System.CommandLine;
using CoopAssistant.Benchmarks.References;
using CoopAssistant.Benchmarks.Scenarios;
using CoopAssistant.Benchmarks.Servers;
using CoopAssistant.Testing;

if (args is [Contestant.Reference, var kind, var url, var database, var provider])
{
    var isPostgres = provider == "postgres";
    if (kind == nameof(Kind.Bound)) await TheBound.Serve(url, isPostgres ? await BoundOnPostgres.Open(database) : new BoundOnSqlite(database));
    else await ContextPerTurn.Serve(url, isPostgres ? database : $"Data Source={database}", isPostgres);
    return 0;
}

if (!InlineCompletions.AreOn) return await InlineCompletions.StartAgain(args);

var rounds = new Option<int>("--rounds") { Description = "Rounds of each contestant; medians are of these.", DefaultValueFactory = _ => 3, Recursive = true };
var seconds = new Option<double>("--seconds") { Description = "Measured seconds of a round.", DefaultValueFactory = _ => 4, Recursive = true };
var warmUp = new Option<double>("--warm-up") { Description = "Seconds of load before they count.", DefaultValueFactory = _ => 3, Recursive = true };
var root = new RootCommand("What a turn costs: CoopAssistant beside two references, in alternating rounds. Prints Markdown.") { rounds, seconds, warmUp };
var all = new Command("all", "Everything, one after the other.");
var scenarios = new List<Func<RunOptions, Task>>();
Add("whatsapp", "The registration by signed webhooks on SQLite.", options => Registration.Run(options, null));
Add("postgres", "The same on PostgreSQL.", async options => await Registration.Run(options, await PostgresServer.Durable()));
all.SetAction(async (parsed, _) =>
{
    foreach (var scenario in scenarios) await scenario(Options(parsed));
});
root.Subcommands.Add(all);
return await root.Parse(args).InvokeAsync();

void Add(string name, string description, Func<RunOptions, Task> run)
{
    scenarios.Add(run);
    var command = new Command(name, description);
    command.SetAction(async (parsed, _) => await run(Options(parsed)));
    root.Subcommands.Add(command);
}

RunOptions Options(ParseResult parsed) => new(parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)), TimeSpan.FromSeconds(parsed.GetValue(warmUp)));
