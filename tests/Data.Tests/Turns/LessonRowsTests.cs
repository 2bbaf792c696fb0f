using CoopAssistant.Courses;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests.Turns;

public sealed class SqliteLessonRowsTests() : LessonRowsTests(DatabaseKind.Sqlite);

public sealed class PostgresLessonRowsTests() : LessonRowsTests(DatabaseKind.Postgres)
{
    /// <summary>Without her record kept from the other, both would see it open and count it.</summary>
    [Fact]
    public async Task While_one_process_writes_the_end_another_waits_and_finds_it_done()
    {
        var her = new Learner(ParticipantId.New(Database.Clock), 0);
        await using var first = Process.CreateAsyncScope();
        await using var second = Process.CreateAsyncScope();
        await first.ServiceProvider.Write(Begins(her));
        await using var transaction = await first.ServiceProvider.GetRequiredService<CoopDbContext>().Database.BeginTransactionAsync();
        await first.ServiceProvider.Write<LessonRows>(rows => [.. Ends(her, Answers(wrong: 1))(rows).Take(2)]);

        var other = second.ServiceProvider.Write(Ends(her, Answers(wrong: 2)));
        Assert.NotSame(other, await Task.WhenAny(other, Task.Delay(TimeSpan.FromMilliseconds(500))));
        await first.ServiceProvider.Write<LessonRows>(rows => [.. Ends(her, Answers(wrong: 1))(rows).Skip(2)]);
        await transaction.CommitAsync();
        await other;

        await Ask(async db =>
        {
            Assert.Equal(1, (await db.Enrolments.SingleAsync()).LessonsDone);
            Assert.Equal(4, await db.LessonAnswers.CountAsync());
        });
    }
}

/// <summary>What turns state when a lesson begins and ends, written in groups.</summary>
public abstract class LessonRowsTests(DatabaseKind kind) : IAsyncLifetime
{
    private const string Course = "curso";

    private static readonly Lesson Lesson = new()
    {
        Id = "1.1", Title = "Una", Minutes = 5, File = "1.md", Messages = [],
        Questions = [.. Enumerable.Range(0, 3).Select(nth => new Question($"{nth}", [new("Sí", IsRight: true, "", 1), new("No", IsRight: false, "", 2)], 1))],
    };

    protected TestDatabase Database { get; private set; } = null!;
    protected ServiceProvider Process { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.Create(kind);
        Process = Database.NewProcess();
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Many_women_end_a_lesson_at_once_and_each_has_her_own(bool areRegistered)
    {
        var store = Process.GetRequiredService<ITurnStore>();
        var women = Enumerable.Range(0, 20).Select(nth => (Address: $"a{nth}", Participant: areRegistered ? ParticipantId.New(Database.Clock) : (ParticipantId?)null)).ToList();
        await Task.WhenAll(women.Select(her => Turn(store, her.Address, contact => Begins(new Learner(her.Participant, contact)))));
        var begun = Database.Clock.Now;
        Database.Clock.Advance(TimeSpan.FromMinutes(9));

        await Task.WhenAll(women.Select((her, nth) => Turn(store, her.Address, contact => Ends(new Learner(her.Participant, contact), Answers(wrong: nth)))));

        await Ask(async db =>
        {
            var enrolments = await db.Enrolments.OrderBy(e => e.Id).ToListAsync();
            Assert.Equal(20, enrolments.Count);
            Assert.All(enrolments, e => Assert.Equal((1, begun, Database.Clock.Now, null, areRegistered), (e.LessonsDone, e.StartedAt, e.LastAt, e.FinishedAt, e.ParticipantId is not null && e.ContactId is null)));
            Assert.All(await db.LessonRecords.ToListAsync(), r => Assert.Equal(((string, DateTimeOffset, DateTimeOffset?, string, long))("1.1", begun, Database.Clock.Now, "PA", 5), (r.LessonId, r.StartedAt, r.FinishedAt, r.Country, r.VersionId)));
            Assert.Equal(Enumerable.Range(3, 20), (await db.LessonRecords.ToListAsync()).Select(r => r.Tries).Order());
            foreach (var enrolment in enrolments)
            {
                var answers = await db.LessonAnswers.Where(a => a.EnrolmentId == enrolment.Id).OrderBy(a => a.Turn).ToListAsync();
                Assert.Equal(Enumerable.Range(0, answers.Count), answers.Select(a => a.Turn));
                Assert.Equal([.. Enumerable.Repeat(false, answers.Count - 3), true, true, true], answers.Select(a => a.IsRight));
                Assert.Equal(answers.Count == 3 ? [] : [0], await db.Reviews.Where(r => r.EnrolmentId == enrolment.Id).Select(r => r.Question).ToArrayAsync());
            }
        });
    }

    [Fact]
    public async Task Ended_again_the_first_time_stands_and_ended_unbegun_it_begins_with_its_end()
    {
        var store = Process.GetRequiredService<ITurnStore>();
        var her = new Learner(ParticipantId.New(Database.Clock), 0);
        var first = Database.Clock.Now;
        await Turn(store, "una", _ => Ends(her, Answers(wrong: 1)));
        Database.Clock.Advance(TimeSpan.FromHours(1));

        await Turn(store, "una", _ => Begins(her));
        await Turn(store, "otra", _ => Ends(her, Answers(wrong: 0)));

        await Ask(async db =>
        {
            var record = await db.LessonRecords.SingleAsync();
            Assert.Equal(((DateTimeOffset, DateTimeOffset?, int))(first, first, 4), (record.StartedAt, record.FinishedAt, record.Tries));
            Assert.Equal((1, first), await db.Enrolments.Select(e => new ValueTuple<int, DateTimeOffset>(e.LessonsDone, e.LastAt)).SingleAsync());
            Assert.Equal(4, await db.LessonAnswers.CountAsync());
        });
    }

    [Fact]
    public async Task From_many_phones_in_two_processes_at_once_a_lesson_ends_once()
    {
        var stores = new[] { Process, Database.NewProcess() }.Select(process => process.GetRequiredService<ITurnStore>()).ToArray();
        for (var lesson = 0; lesson < 10; lesson++)
        {
            var her = new Learner(ParticipantId.New(Database.Clock), 0);
            await Task.WhenAll(Enumerable.Range(0, 8).Select(phone => Task.Run(() => Turn(stores[phone % 2], $"{lesson}-{phone}", _ => Ends(her, Answers(wrong: 1))))));
        }

        await Ask(async db =>
        {
            Assert.Equal(Enumerable.Repeat(1, 10), await db.Enrolments.Select(e => e.LessonsDone).ToListAsync());
            Assert.Equal(10, await db.LessonRecords.CountAsync(r => r.FinishedAt != null));
            Assert.Equal(40, await db.LessonAnswers.CountAsync());
            Assert.Equal(10, await db.Reviews.CountAsync());
        });
    }

    private async Task Turn(ITurnStore store, string address, Func<long, Func<LessonRows, IReadOnlyList<PlainStatement>>> does)
    {
        var before = await store.Load(Channel.WhatsApp, address, default);
        var result = await store.Commit(new TurnCommit(new(Channel.WhatsApp, address, $"SM-{address}-{before.Version}", "1", Database.Clock.Now), before, [1], [])
        {
            Changes = [Change.Written<LessonRows>((rows, contact) => does(contact)(rows))],
        }, default);
        Assert.Equal(CommitOutcome.Committed, result.Outcome);
    }

    protected Func<LessonRows, IReadOnlyList<PlainStatement>> Begins(Learner her) => rows => rows.Of(new LessonRows.Beginning(her, Course, "1.1", 5, "PA", Database.Clock.Now));

    protected Func<LessonRows, IReadOnlyList<PlainStatement>> Ends(Learner her, IReadOnlyList<GivenAnswer> answers) => rows => rows.Of(new LessonRows.Ending(her, Course, Lesson, 5, "PA", answers, Database.Clock.Now));

    /// <param name="wrong">How often the first question is answered wrongly, before all are answered right.</param>
    protected static List<GivenAnswer> Answers(int wrong) => [.. Enumerable.Repeat(new GivenAnswer(0, 1), wrong), .. Enumerable.Range(0, 3).Select(question => new GivenAnswer(question, 0))];

    protected async Task Ask(Func<CoursesDb, Task> ask)
    {
        await using var scope = Process.CreateAsyncScope();
        await ask(scope.ServiceProvider.GetRequiredService<CoursesDb>());
    }
}
