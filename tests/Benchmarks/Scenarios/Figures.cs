using System.Diagnostics;
using System.Globalization;
using CoopAssistant.Benchmarks.Servers;
using CoopAssistant.Data;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>
/// Where the programme stands, with a million registrations over two years in two countries (COOP_WOMEN names another number): what the page
/// reads, for everybody and for an office, and the list behind a number; beside them the same counted from the rows by GROUP BY.
/// </summary>
internal static class Figures
{
    private static readonly int Women = int.TryParse(Environment.GetEnvironmentVariable("COOP_WOMEN"), NumberStyles.None, CultureInfo.InvariantCulture, out var women) ? women : 1_000_000;

    public static async Task Run(RunOptions options)
    {
        foreach (var kind in new[] { DatabaseKind.Sqlite, DatabaseKind.Postgres }) await Run(options, kind);
    }

    private static async Task Run(RunOptions options, DatabaseKind kind)
    {
        await using var database = await TestDatabase.Create(kind);
        await using var process = database.NewProcess(services => services.AddSingleton(ProgrammePackReader.ReadAll(Repository.Content)));
        await Fill(process, kind);
        database.Clock.Advance(new DateTimeOffset(2029, 1, 1, 12, 0, 0, TimeSpan.Zero) - database.Clock.Now);

        var counted = await Timed(process, (CountFigures count) => count.Handle(CancellationToken.None), 1);
        var again = await Timed(process, (CountFigures count) => count.Handle(CancellationToken.None), 1);
        var (year, office) = (new ReadFigures.Request(new(2028, 1, 1), new(2028, 12, 1), null), new Territory([], []) { Places = ["PA-8.chepo"] });
        var rounds = Math.Max(3, options.Rounds);
        var page = await Timed(process, (ReadFigures read) => read.Handle(year, CancellationToken.None), rounds);
        var mine = await Timed(process, (ReadFigures read) => read.Handle(year with { Territory = office }, CancellationToken.None), rounds);
        var facts = new RegistrationFacts { Submitted = [CountrySpan.Of("PA", TimeZoneInfo.Utc, year.First, year.Last), CountrySpan.Of("BO", TimeZoneInfo.Utc, year.First, year.Last)], Rubro = "R3" };
        var list = await Timed(process, (FindRegistrations find) => find.Handle(new(null) { Facts = facts }, CancellationToken.None), rounds);
        var reference = await Timed(process, (ProgrammeDb db) => db.Registrations.GroupBy(r => new { r.Country, r.RegionCode, r.Status }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(), 1);
        var rows = await Ask(process, (ProgrammeDb db) => db.Figures.CountAsync());

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## Where the programme stands, {kind}, {Women} registrations, {rows} figures\n"));
        Console.WriteLine("| | first | median |\n|---|---|---|");
        foreach (var (name, times) in new[]
            { ("the page's figures, a year of everything", page), ("the same for an office", mine), ("the list behind an activity", list), ("reference: one GROUP BY over the rows", reference), ("counting behind, for the first time", counted), ("counting behind, everything anew", again) })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {times[0]:0} ms | {Median(times):0} ms |"));
        Goal.Print(
        [
            new("the page by one GROUP BY over the rows", Median(page) / reference[0], AtMost: 0.5), new("the page's figures, ms", page.Max(), AtMost: 1000), new("the list behind a number, ms", list.Max(), AtMost: 1000),
        ]);
    }

    private static async Task Fill(IServiceProvider process, DatabaseKind kind)
    {
        await using var scope = process.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoopDbContext>();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        var (series, id, day, no) = kind == DatabaseKind.Sqlite
            ? ($"(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {Women - 1}) SELECT i FROM n)", "upper(printf('00000000-0000-7000-8000-%012x', i))", "datetime('2027-01-01', (i % 1051200 * (1051200.0 / " + Women + ")) || ' minutes')", "0")
            : ($"(SELECT generate_series(0, {Women - 1}) AS i)", "('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid", "timestamptz '2027-01-01 00:00:00+00' + (i::float8 * 1051200 / " + Women + ") * interval '1 minute'", "false");
        await Execute(db, $"""
            INSERT INTO participants (id, country, given_names, surnames, pin_hash, language, prefers_audio, failed_proofs, created_at, version)
            SELECT {id}, CASE WHEN i % 3 = 0 THEN 'BO' ELSE 'PA' END, 'Mujer', 'Inventada', '', 'es', {no}, 0, {day}, 0 FROM {series} s
            """);
        var is_in = kind == DatabaseKind.Sqlite ? "i % 3 > 0" : "(i % 3 > 0)";
        var yes = kind == DatabaseKind.Sqlite ? "1" : "true";
        await Execute(db, $"""
            INSERT INTO registrations (id, participant_id, folio, country, status, region_code, place_code, community, rubro, source, has_group, search_name, search_text, answers_json,
                submitted_at, changed_at, has_duplicate_document, is_indexed, is_in_statistics, days_to_review, days_to_decision, version)
            SELECT {id}, {id}, CASE WHEN i % 3 = 0 THEN 'BO' ELSE 'PA' END || i, CASE WHEN i % 3 = 0 THEN 'BO' ELSE 'PA' END, (i / 7) % 4,
                CASE WHEN i % 3 = 0 THEN 'BO-' || (i % 9) ELSE 'PA-' || (1 + i % 10) END, CASE WHEN i % 3 = 0 THEN NULL WHEN i % 10 = 7 THEN 'PA-8.' || CASE WHEN i % 4 = 1 THEN 'chepo' ELSE 'panama' END ELSE 'PA-' || (1 + i % 10) || '.d' || (i % 7) END,
                'El Peñón', 'R' || (i % 11), CASE WHEN i % 5 = 0 THEN 'web' ELSE 'whatsapp' END, {no}, 'mujer inventada', 'mujer inventada', '[]',
                {day}, {day}, {no}, {yes}, {is_in}, i % 40, CASE WHEN i % 4 > 1 THEN i % 60 END, 0 FROM {series} s
            """);
        await Execute(db, "ANALYZE");
    }

    private static Task Execute(CoopDbContext db, string sql) => db.Database.ExecuteSqlRawAsync(sql);

    private static async Task<List<double>> Timed<T>(IServiceProvider process, Func<T, Task> work, int times) where T : notnull
    {
        var took = new List<double>();
        for (var round = 0; round < times; round++)
        {
            await using var scope = process.CreateAsyncScope();
            var service = scope.ServiceProvider.GetRequiredService<T>();
            var began = Stopwatch.GetTimestamp();
            await work(service);
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return took;
    }

    private static async Task<int> Ask<T>(IServiceProvider process, Func<T, Task<int>> work) where T : notnull
    {
        await using var scope = process.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
