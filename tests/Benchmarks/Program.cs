using System.CommandLine;
using CoopAssistant.Benchmarks.Filling;
using CoopAssistant.Benchmarks.Load;
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

// What measures within this process must not block a socket's only thread.
if (!InlineCompletions.AreOn && args is not ["search" or "pages", ..]) return await InlineCompletions.StartAgain(args);

var rounds = new Option<int>("--rounds") { Description = "Rounds of each contestant; medians are of these.", DefaultValueFactory = _ => 3, Recursive = true };
var seconds = new Option<double>("--seconds") { Description = "Measured seconds of a round, for each contestant; one after the other they have a second at a time.", DefaultValueFactory = _ => 8, Recursive = true };
var warmUp = new Option<double>("--warm-up") { Description = "Seconds of load before they count: until the runtime has compiled what is called often.", DefaultValueFactory = _ => 15, Recursive = true };
var program = new Option<string?>("--program") { Description = "Folder with the published program; published anew when left out.", Recursive = true };
var root = new RootCommand("What a turn costs: CoopAssistant beside two references, in alternating rounds. Prints Markdown.") { rounds, seconds, warmUp, program };
var all = new Command("all", "Everything, one after the other.");
var scenarios = new List<Func<RunOptions, Task>>();
Add("whatsapp", "The registration by signed webhooks on SQLite.", options => Registration.Run(options, null));
Add("postgres", "The same on PostgreSQL.", async options => await Registration.Run(options, await PostgresServer.Durable()));
Add("million", "A million conversations stored, against a thousand.", Stored.Run);
Add("coldstart", "From the start of the process to the first answer.", ColdStart.Run);
Add("directline", "The registration over the web chat, beside WhatsApp.", DirectLine.Run);
Add("lessons", "Lessons, beside the registration.", Learning.Run);
Add("lesson-indexes", "The writing of lessons with and without the indexes of staff's lists.", LessonIndexes.Run, isInAll: false);
Add("sockets", "Ten thousand idle streams.", Sockets.Run);
Add("numbers", "What staff see of learning: 100,000 learners, four million answers.", LearningNumbers.Run);
Add("proposals", "Groups proposed to 100,000 women who registered alone.", Proposals.Run);
Add("figures", "Where the programme stands: a million registrations, on both databases. Not in all: filling takes long.", Figures.Run, isInAll: false);
all.SetAction((parsed, _) => Run(parsed, scenarios));
root.Subcommands.Add(all);
AddOverMany("search", "Search and filters over a million registrations, on both databases.", Search.Run);
AddOverMany("pages", "Every page of the admin app on a database with a million registrations, as an administrator, a registrar, two directors and an institution's user.", AdminVisits.Run);
AddComparison();
return await root.Parse(args).InvokeAsync();

void Add(string name, string description, Func<RunOptions, Task> run, bool isInAll = true)
{
    if (isInAll) scenarios.Add(run);
    var command = new Command(name, description);
    command.SetAction((parsed, _) => Run(parsed, [run]));
    root.Subcommands.Add(command);
}

void AddComparison()
{
    var against = new Option<string>("--against") { Description = "Folder with the other published program.", Required = true };
    var connections = new Option<int>("--connections") { Description = "Keep-alive connections.", DefaultValueFactory = _ => 64 };
    var inLessons = new Option<bool>("--lessons") { Description = "Lessons instead of the registration." };
    var command = new Command("compare", "Two published programs beside each other, in turns: whether a change made a turn cheaper.") { against, connections, inLessons };
    command.SetAction((parsed, _) => Run(parsed, [options => Comparison.Run(
        options, Path.Combine(Path.GetFullPath(parsed.GetValue(against)!), Path.GetFileName(options.Program)),
        parsed.GetValue(inLessons) ? Lessons.Dialogue() : Dialogue.Registration, parsed.GetValue(inLessons) ? "¡Terminó la lección" : "¡Listo, Ana!", parsed.GetValue(connections))]));
    root.Subcommands.Add(command);
}

// Measured in this process: nothing is published for it, and it is long enough to stand alone.
void AddOverMany(string name, string description, Func<Filled.Options, int, Task> run)
{
    var rows = new Option<int>("--rows") { Description = "Registrations in the database.", DefaultValueFactory = _ => 1_000_000 };
    var keep = new Option<string?>("--keep") { Description = "Folder for the SQLite file: filled once, used again." };
    var postgres = new Option<string?>("--postgres") { Description = "Connection to a PostgreSQL database that is empty or was filled before; a server of its own when left out." };
    var only = new Option<string?>("--only") { Description = "sqlite or postgres; both when left out." };
    only.AcceptOnlyFromAmong("sqlite", "postgres");
    var part = new Option<string?>("--part") { Description = "Of search: words (and filters) or lists (behind figures). Of pages: how the addresses begin that are visited, and nothing is counted behind first. All when left out." };
    var visit = new Option<string[]>("--visit") { Description = "Of pages: only this address; may be given several times.", DefaultValueFactory = _ => [] };
    var who = new Option<string[]>("--as") { Description = "Of pages: only as this member of staff, by how her address begins (ana, rosa, delia, eva, olga); may be given several times.", DefaultValueFactory = _ => [] };
    var command = new Command(name, description) { rows, keep, postgres, only, part, visit, who };
    command.SetAction((parsed, _) => run(
        new(parsed.GetValue(rows), parsed.GetValue(keep), parsed.GetValue(postgres), [.. Enum.GetValues<DatabaseKind>().Where(kind => parsed.GetValue(only) is not { } one || kind.ToString().Equals(one, StringComparison.OrdinalIgnoreCase))]) { Part = parsed.GetValue(part), Visit = parsed.GetValue(visit) ?? [], As = parsed.GetValue(who) ?? [] },
        parsed.GetValue(rounds)));
    root.Subcommands.Add(command);
}

async Task Run(ParseResult parsed, IReadOnlyCollection<Func<RunOptions, Task>> which)
{
    using var published = await Published.Make(parsed.GetValue(program));
    var options = new RunOptions(parsed.GetValue(rounds), TimeSpan.FromSeconds(parsed.GetValue(seconds)), TimeSpan.FromSeconds(parsed.GetValue(warmUp)), published.Program);
    foreach (var run in which) await run(options);
}
