using System.Diagnostics;
using System.Globalization;
using CoopAssistant.Benchmarks.Filling.Whole;
using CoopAssistant.Benchmarks.Servers;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Data;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Benchmarks.Filling;

/// <summary>A database with invented registrations, indexed: filled now, or kept from a run before.</summary>
internal sealed class Filled : IAsyncDisposable
{
    /// <param name="Keep">Folder in which the SQLite file stays for the next run; null to throw it away.</param>
    /// <param name="Postgres">Connection to an empty database, or to one that was filled before; null for a server of this run's own.</param>
    internal sealed record Options(int Rows, string? Keep, string? Postgres, IReadOnlyList<DatabaseKind> Kinds)
    {
        /// <summary>Of what is measured; null for all.</summary>
        public string? Part { get; init; }

        /// <summary>Addresses of the admin app, instead of whatever pages lead to; empty for all.</summary>
        public IReadOnlyList<string> Visit { get; init; } = [];

        /// <summary>How the addresses of the staff begin that visit; empty for all.</summary>
        public IReadOnlyList<string> As { get; init; } = [];
    }

    private Filled(TestDatabase database, ProgrammePacks packs, ServiceProvider process, int rows) =>
        (Database, Packs, Process, Known) = (database, packs, process, ManyRegistrations.OneOf(packs, rows));

    public TestDatabase Database { get; }
    public ProgrammePacks Packs { get; }
    public ServiceProvider Process { get; }
    public ManyRegistrations.Known Known { get; }

    /// <param name="isWhole">With all that a programme has besides: see <see cref="WholeProgramme"/>.</param>
    public static async Task<Filled> Open(DatabaseKind kind, Options options, bool isWhole = false)
    {
        var packs = ProgrammePackReader.ReadAll(Repository.Content);
        var database = await Reach(kind, options);
        var process = database.NewProcess(services => services.AddSingleton(packs).AddSingleton(new CoursesContent(Repository.Content)).AddSingleton<PrepareCourses>());
        await process.GetRequiredService<PrepareDatabase>().Handle(CancellationToken.None);
        var how = await Fill(database, process, packs, options.Rows);
        if (isWhole) how += await FillAll(database, process, packs, options.Rows);
        Console.WriteLine($"\n### {kind}, {how}\n");
        return new Filled(database, packs, process, options.Rows);
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    private static async Task<TestDatabase> Reach(DatabaseKind kind, Options options)
    {
        if (kind == DatabaseKind.Postgres) return options.Postgres is { } connection ? TestDatabase.Kept(kind, connection) : await TestDatabase.Create(kind);
        if (options.Keep is not { } folder) return await TestDatabase.Create(kind);
        Directory.CreateDirectory(folder);
        return TestDatabase.Kept(kind, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"coop-{options.Rows}.db")));
    }

    private static async Task<string> Fill(TestDatabase database, ServiceProvider process, ProgrammePacks packs, int rows)
    {
        if (await Count(process) is > 0 and var there)
        {
            if (there != rows) throw new InvalidOperationException($"The database holds {there} registrations, asked for are {rows}: name another.");
            await ManyRegistrations.Index(process); // what the search knows of them may have grown since
            return "kept from before";
        }
        var began = Stopwatch.GetTimestamp();
        await ManyRegistrations.Fill(database, packs, rows);
        await WholeProgramme.FillGroups(database, packs, rows); // before they are indexed, which tells who is in one
        var filled = Stopwatch.GetElapsedTime(began);
        await ManyRegistrations.Index(process);
        var indexed = Stopwatch.GetElapsedTime(began) - filled;
        await ManyRegistrations.Settle(process, database.Kind);
        return string.Create(CultureInfo.InvariantCulture, $"filled in {filled.TotalSeconds:0} s, indexed in {indexed.TotalSeconds:0} s");
    }

    private static async Task<string> FillAll(TestDatabase database, ServiceProvider process, ProgrammePacks packs, int rows)
    {
        if (await WholeProgramme.IsThere(process)) return "";
        var began = Stopwatch.GetTimestamp();
        await process.GetRequiredService<PrepareCourses>().Handle(CancellationToken.None);
        await WholeProgramme.Fill(database, packs, process, rows);
        await ManyRegistrations.Settle(process, database.Kind);
        return string.Create(CultureInfo.InvariantCulture, $", everything else in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
    }

    private static async Task<int> Count(ServiceProvider process)
    {
        await using var scope = process.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProgrammeDb>().Registrations.CountAsync();
    }
}
