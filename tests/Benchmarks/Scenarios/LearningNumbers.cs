using System.Diagnostics;
using System.Globalization;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Data;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>
/// What staff wait for on the page of learning, with 100,000 learners and four million answers: the totals that the page reads, and beside
/// them the reference, the same numbers counted from the rows themselves.
/// </summary>
internal static class LearningNumbers
{
    private const int Learners = 100_000;
    private const int LessonsEach = 13;

    public static async Task Run(RunOptions options)
    {
        await using var database = await TestDatabase.Create(DatabaseKind.Sqlite);
        var content = Path.Combine(RepositoryFolder(), "content");
        await using var process = database.NewProcess(services => services.AddSingleton(new CoursesContent(content)).AddSingleton<PrepareCourses>());
        await process.GetRequiredService<PrepareCourses>().Handle(default);
        await Fill(process);

        var counted = await Timed(process, (CountLearning count) => count.Handle(default), 1);
        var page = await Timed(process, async (IServiceProvider services) =>
        {
            var request = new ReadLearningNumbers.Request("gestion-cooperativa", null, null, null);
            await services.GetRequiredService<ReadLearningNumbers>().Handle(request, default);
            await services.GetRequiredService<ReadQuestionNumbers>().Handle(request, default);
            await services.GetRequiredService<ReadStopNumbers>().Handle(request, default);
        }, Math.Max(3, options.Rounds));
        var reference = await Timed(process, async (CoursesDb db) =>
        {
            await db.LessonRecords.GroupBy(r => new { r.LessonId, r.Country }).Select(g => new { g.Key, All = g.Count(), Done = g.Count(r => r.FinishedAt != null) }).ToListAsync();
            await db.LessonStops.GroupBy(s => new { s.VersionId, s.Step }).Select(g => new { g.Key, Stopped = g.Count() }).ToListAsync();
            await db.LessonAnswers.GroupBy(a => new { a.VersionId, a.Question, a.Choice }).Select(g => new { g.Key, Given = g.Count() }).ToListAsync();
        }, 1);

        Console.WriteLine("\n## What staff see of learning, SQLite\n");
        Console.WriteLine("| | first | median |\n|---|---|---|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| the page's numbers, from totals | {page[0]:0} ms | {Median(page):0} ms |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| reference: counted from the rows | {reference[0]:0} ms | |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| counting behind, everything anew | {counted[0]:0} ms | |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nThe page takes 1/{reference[0] / Median(page):0} of the reference. Goal: under 300 ms, {(page.Max() < 300 ? "kept" : "missed")}."));
    }

    /// <summary>Learners of both countries in 23 regions, thirteen lessons each, three questions a lesson, every fourth answered wrongly first; every seventh lesson was left somewhere.</summary>
    private static async Task Fill(IServiceProvider process)
    {
        await using var scope = process.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CoopDbContext>();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Learners})
            INSERT INTO enrolments (id, course_id, contact_id, country, region, started_at, last_at, lessons_done, version)
            SELECT i, 'gestion-cooperativa', i, CASE WHEN i % 2 = 0 THEN 'PA' ELSE 'BO' END, 'R-' || (i % 23), '2026-06-01 12:00:00', '2026-10-01 12:00:00', {LessonsEach}, 1 FROM n
            """);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO lesson_records (enrolment_id, lesson_id, course_id, country, version_id, started_at, finished_at, tries)
            SELECT e.id, v.lesson_id, e.course_id, e.country, v.id, e.started_at, CASE WHEN (e.id + v.id) % 7 = 0 THEN NULL ELSE e.last_at END, 3
            FROM enrolments e JOIN lesson_versions v ON v.id <= {LessonsEach} AND v.country IN ('', e.country)
            """);
        await db.Database.ExecuteSqlAsync($"""
            WITH q(question) AS (VALUES (0), (1), (2)), c(turn) AS (VALUES (0), (1))
            INSERT INTO lesson_answers (enrolment_id, version_id, question, choice, is_right, turn)
            SELECT r.enrolment_id, r.version_id, question, (r.enrolment_id + question + turn) % 3, turn = 1, turn
            FROM lesson_records r JOIN q JOIN c ON turn = 0 OR (r.enrolment_id + question) % 4 = 0
            """);
        await db.Database.ExecuteSqlAsync($"INSERT INTO lesson_stops (enrolment_id, lesson_id, version_id, step) SELECT enrolment_id, lesson_id, version_id, enrolment_id % 8 FROM lesson_records WHERE finished_at IS NULL");
        var answers = await db.Database.SqlQuery<long>($"SELECT count(*) AS Value FROM lesson_answers").SingleAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Filled: {Learners} learners, {answers} answers."));
    }

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

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string RepositoryFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CoopAssistant.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
