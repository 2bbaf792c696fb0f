using System.Diagnostics;
using System.Globalization;
using CoopAssistant.Benchmarks.Servers;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Data;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>
/// What the indexes of staff's lists of learners add to the writing of a lesson: its begin and its end, 64 women in a transaction as the committer gathers them,
/// with and without these indexes in turns. All else of a turn, and every turn within a lesson, is not in it.
/// </summary>
internal static class LessonIndexes
{
    private const string Course = "gestion-cooperativa", Country = "PA";
    private const int Women = 64, WarmUp = 30;
    private static readonly string[] OfStaff = ["ix_lesson_records_finished_at", "ix_enrolments_finished_at", "ix_enrolments_started_at"];

    public static async Task Run(RunOptions options)
    {
        await using var indexed = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var bare = await TestDatabase.Create(DatabaseKind.Sqlite);
        var (with, without) = (await Open(indexed), await Open(bare));
#pragma warning disable EF1002 // constant names of this class
        foreach (var index in OfStaff) await Do(without, services => services.GetRequiredService<CoopDbContext>().Database.ExecuteSqlRawAsync($"DROP INDEX {index}"));
#pragma warning restore EF1002

        var rounds = options.Rounds * 50;
        var (begins, ends) = (new List<double>(), new List<double>());
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            var isSwapped = round % 2 == 1; // who goes first meets another machine than who goes second
            var one = await Lesson(isSwapped ? without : with, round);
            var other = await Lesson(isSwapped ? with : without, round);
            var (mine, its) = isSwapped ? (other, one) : (one, other);
            if (round < WarmUp) continue;
            begins.Add(mine.Begin / its.Begin);
            ends.Add(mine.End / its.End);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n### Writing lessons with by without staff's indexes, SQLite, {rounds} rounds of {Women} women\n\n| | median | quarter | three quarters |\n|---|---:|---:|---:|"));
        foreach (var (name, ratios) in new[] { ("the begin of a lesson, with its enrolment", begins), ("the end of a lesson", ends) })
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {Results.MedianOf(ratios):0.00} | {ratios.Order().ElementAt(rounds / 4):0.00} | {ratios.Order().ElementAt(rounds * 3 / 4):0.00} |"));
        Goal.Print([new("the begin, with by without", Results.MedianOf(begins), AtMost: 1.1), new("the end, with by without", Results.MedianOf(ends), AtMost: 1.1)]);
    }

    private static async Task<IServiceProvider> Open(TestDatabase database)
    {
        var process = database.NewProcess(services => services.AddSingleton(new CoursesContent(Repository.Content)).AddSingleton<PrepareCourses>());
        await process.GetRequiredService<PrepareCourses>().Handle(default);
        return process;
    }

    private static async Task<(double Begin, double End)> Lesson(IServiceProvider process, int round)
    {
        var (lesson, at) = (process.GetRequiredService<CourseShelf>().Find(Course)!.Find("1.1", Country)!, new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(round));
        var learners = Enumerable.Range(0, Women).Select(nth => new Learner(null, (round * Women) + nth + 1)).ToList();
        List<GivenAnswer> right = [.. lesson.Questions.Select((question, nth) => new GivenAnswer(nth, question.RightChoice))];
        return (
            await Timed(process, learners, (rows, her) => rows.Of(new LessonRows.Beginning(her, Course, "1.1", lesson.VersionId, Country, at))),
            await Timed(process, learners, (rows, her) => rows.Of(new LessonRows.Ending(her, Course, lesson, lesson.VersionId, Country, right, at.AddMinutes(10)))));
    }

    private static async Task<double> Timed(IServiceProvider process, List<Learner> learners, Func<LessonRows, Learner, IReadOnlyList<PlainStatement>> write)
    {
        var milliseconds = 0.0;
        await Do(process, async services =>
        {
            var db = services.GetRequiredService<CoopDbContext>();
            var began = Stopwatch.GetTimestamp();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var her in learners) await services.Write<LessonRows>(rows => write(rows, her));
            await transaction.CommitAsync();
            milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        });
        return milliseconds;
    }

    private static async Task Do(IServiceProvider process, Func<IServiceProvider, Task> work)
    {
        await using var scope = process.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }
}
