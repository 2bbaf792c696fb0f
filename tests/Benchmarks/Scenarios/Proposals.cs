using System.Diagnostics;
using System.Globalization;
using CoopAssistant.Benchmarks.Servers;
using CoopAssistant.Data;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>Proposing groups to 100,000 women who registered alone, on SQLite, beside counting the same women with one statement.</summary>
internal static class Proposals
{
    private const int Women = 100_000;

    public static async Task Run(RunOptions options)
    {
        await using var database = await TestDatabase.Create(DatabaseKind.Sqlite);
        var packs = ProgrammePackReader.ReadAll(Repository.Content);
        await using var process = database.NewProcess(services => services.AddSingleton(packs));
        await Fill(process);

        var (proposing, counting) = (new List<TimeSpan>(), new List<TimeSpan>());
        IReadOnlyList<ListProposals.Line> found = [];
        for (var round = 0; round <= options.Rounds; round++)
        {
            await using var scope = process.CreateAsyncScope();
            var watch = Stopwatch.StartNew();
            found = (await scope.ServiceProvider.GetRequiredService<ListProposals>().Handle(null, CancellationToken.None)).Lines;
            var proposed = watch.Elapsed;
            watch.Restart();
            await scope.ServiceProvider.GetRequiredService<ProgrammeDb>().Registrations.GroupBy(r => new { r.PlaceCode, r.Rubro }).Select(g => g.Count()).ToListAsync();
            if (round == 0) continue; // warms up
            proposing.Add(proposed);
            counting.Add(watch.Elapsed);
        }
        var (median, reference) = (proposing.Order().ElementAt(proposing.Count / 2), counting.Order().ElementAt(counting.Count / 2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""

            ## Groups proposed, SQLite

            | women | in a proposal | proposals | time | beside one GROUP BY in SQL |
            |---|---|---|---|---|
            | {Women} | {found.Sum(line => line.Proposal.Women.Count)} | {found.Count} | {median.TotalSeconds:0.00} s | {median / reference:0.0} times |
            """));
    }

    private static async Task Fill(IServiceProvider process)
    {
        await using var scope = process.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoopDbContext>();
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {Women} - 1)
            INSERT INTO participants (id, country, given_names, surnames, pin_hash, language, prefers_audio, failed_proofs, created_at, version)
            SELECT printf('00000000-0000-7000-8000-%012X', i), 'PA', 'Mujer', 'Inventada', '', CASE WHEN i % 4 = 0 THEN 'gym' ELSE 'es' END, 0, 0, '2027-01-01 00:00:00', 0 FROM n
            """);
        await db.Database.ExecuteSqlRawAsync("""
            INSERT INTO registrations (id, participant_id, folio, country, status, region_code, place_code, community, rubro, has_group, search_name, search_text, answers_json, submitted_at, changed_at, has_duplicate_document, is_indexed, is_in_statistics, version)
            SELECT id, id, 'PA' || printf('%08d', rowid), 'PA', rowid % 4, 'PA-' || (1 + rowid % 10), 'PA-' || (1 + rowid % 10) || '.d' || (rowid % 7), 'c' || (rowid % 13), 'R' || (rowid % 17), 0, 'mujer', 'mujer', '[]',
                   '2027-01-01 00:00:00', '2027-01-01 00:00:00', 0, 1, 0, 0 FROM participants
            """);
    }
}
