using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Data;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Courses.Tests;

/// <summary>The courses module on a real SQLite file of its own, with the shipped course published.</summary>
internal sealed class House : IAsyncDisposable
{
    public const string Course = "gestion-cooperativa";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coop-house-");
    private readonly ServiceProvider _services;

    private House(string contentPath)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "sqlite",
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "coop.db")}",
        }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock);
        services.AddProgramme().AddCourses(contentPath).AddData(configuration);
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public SetClock Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 15, 0, 0, TimeSpan.Zero));
    public DateTimeOffset Now => Clock.GetUtcNow();
    public CourseShelf Shelf => _services.GetRequiredService<CourseShelf>();

    public static async Task<House> Open(string? contentPath = null)
    {
        var house = new House(contentPath ?? Shipped.ContentPath);
        await TestDatabase.CopyMigrated(Path.Combine(house._folder.FullName, "coop.db"));
        await house._services.GetRequiredService<PrepareCourses>().Handle(default);
        return house;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Calls a use case in a scope of its own, as a turn does.</summary>
    public async Task<TResult> Call<TUseCase, TResult>(Func<TUseCase, Task<TResult>> call) where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task Call<TUseCase>(Func<TUseCase, Task> call) where TUseCase : notnull =>
        Call<TUseCase, bool>(async useCase =>
        {
            await call(useCase);
            return true;
        });

    public async Task<ParticipantId> Register(string givenNames = "María", string surnames = "Gómez", string country = "PA")
    {
        var id = ParticipantId.New(Clock);
        await Call<ProgrammeDb>(async db =>
        {
            db.Participants.Add(Participant.Introduce(id, country, givenNames, surnames, 1990, null, "hash", null, "es", false, Now));
            await db.SaveAsync(default);
        });
        return id;
    }

    public Lesson Lesson(string id, string country = "PA") => Shelf.Find(Course)!.Find(id, country)!;

    /// <summary>Begins and finishes a lesson; each question of <paramref name="missed"/> is answered wrongly once.</summary>
    public async Task Finish(Learner learner, string lessonId, string country = "PA", params int[] missed)
    {
        var lesson = Lesson(lessonId, country);
        await Call<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Beginning(learner, Course, lessonId, lesson.VersionId, country, Now))));
        var move = LessonPlayer.Show(lesson, LessonPosition.AtQuestions(Enumerable.Range(0, lesson.Questions.Count)));
        while (move.Screen is LessonScreen.Asking asking)
        {
            var right = asking.Question.RightChoice;
            move = LessonPlayer.Answer(lesson, move.Position, missed.Contains(asking.Index) && !asking.IsBack ? (right + 1) % 2 : right);
        }
        var answers = ((LessonScreen.Finished)move.Screen).Answers;
        await Call<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Ending(learner, Course, lesson, lesson.VersionId, country, answers, Now))));
    }

    public async Task FinishAll(Learner learner, string country = "PA", Func<string, bool>? where = null)
    {
        foreach (var id in Shelf.Find(Course)!.LessonsThatCount(country).Where(where ?? (_ => true))) await Finish(learner, id, country);
    }

    public Task<Progress> Progress(Learner learner) => Call<ReadProgress, Progress>(read => read.Handle(Course, learner, Now, default));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}

internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
