using System.Globalization;
using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Simulator;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Learning;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Tests.Learning;

/// <summary>The whole bot on a real port, with the shipped content, a database of its own and a clock of its own; WhatsApp's servers are the simulator's.</summary>
internal sealed class LearnerHost : IAsyncDisposable
{
    public const string Course = "gestion-cooperativa";
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Path);
    private static readonly FrequentQuestions Questions = AnswersReader.Read(ContentFolder.Path, "es", Packs);

    private readonly WebApplication _bot;
    private readonly TestDatabase? _database;
    private int _messages;

    private LearnerHost(WebApplication bot, HandMovedClock clock, TestDatabase? database) =>
        (_bot, Clock, _database, Http) = (bot, clock, database, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(bot.Urls.First()) });

    public HttpClient Http { get; }
    public HandMovedClock Clock { get; }
    public string Url => _bot.Urls.First();
    public TwilioStandIn Twilio => _bot.Services.GetRequiredService<TwilioStandIn>();
    public CourseShelf Shelf => _bot.Services.GetRequiredService<CourseShelf>();

    public static async Task<LearnerHost> Start(DatabaseKind kind = DatabaseKind.Sqlite, params (string Key, string Value)[] settings)
    {
        var database = await TestDatabase.Create(kind);
        return await On(database, new HandMovedClock(), ownsDatabase: true, settings);
    }

    /// <summary>One of several processes on a database.</summary>
    public static async Task<LearnerHost> On(TestDatabase database, HandMovedClock clock, bool ownsDatabase = false, params (string Key, string Value)[] settings)
    {
        var url = $"http://127.0.0.1:{FreePort.Draw()}";
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Bot:Url", url), new("Content:Path", ContentFolder.Path), .. database.Settings, new("Turns:CachedConversations", "0"),
            new("Delivery:ConversationGap", "00:00:00"), new("Delivery:PollInterval", "00:00:00.1"), new("Delivery:MessagesPerSecond", "10000"),
            .. settings.Select(setting => new KeyValuePair<string, string?>(setting.Key, setting.Value)),
        ]);
        builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(Packs).AddSingleton(Questions);
        builder.Services.AddData(builder.Configuration).AddProgramme().AddMessaging().AddCourses(ContentFolder.Path);
        builder.Services.AddBot(builder.Configuration, builder.Environment, ContentFolder.Path);
        var bot = builder.Build();
        bot.MapBot();
        await bot.StartAsync();
        await bot.Services.GetRequiredService<CourseShelf>().Filled;
        return new LearnerHost(bot, clock, ownsDatabase ? database : null);
    }

    public async Task<TurnOutcome> Says(string phone, string text, Channel channel = Channel.WhatsApp)
    {
        var message = new InboundMessage(
            channel, channel == Channel.WhatsApp ? "whatsapp:" + phone : phone, $"SM{Guid.NewGuid():N}{(++_messages).ToString(CultureInfo.InvariantCulture)}", text, Clock.GetUtcNow())
        { Phone = channel == Channel.WhatsApp ? phone : null };
        return await _bot.Services.GetRequiredService<TurnEngine>().Handle(message, CancellationToken.None);
    }

    /// <summary>A woman of this country who has written, registered and may speak for herself on the phone.</summary>
    public async Task<ParticipantId> Registered(string phone, string givenNames = "Ana", string surnames = "Ríos", Channel channel = Channel.WhatsApp, ParticipantId? known = null)
    {
        await Says(phone, "hola", channel);
        await Says(phone, "Panamá", channel);
        var id = known ?? ParticipantId.New(Clock);
        if (known is null)
            await Use<ProgrammeDb>(async db =>
            {
                db.Participants.Add(Participant.Introduce(id, "PA", givenNames, surnames, 1990, null, "hash", null, "es", false, Clock.GetUtcNow()));
                await db.SaveAsync(default);
            });
        await Use<MessagingDb>(async db =>
        {
            var address = channel == Channel.WhatsApp ? "whatsapp:" + phone : phone;
            var conversation = await db.Conversations.SingleAsync(c => c.ReplyAddress == address);
            var state = StoredState.Write(StoredState.Read(conversation.State)! with { Participants = [id.Value] });
            await db.Conversations.Where(c => c.Id == conversation.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, state).SetProperty(c => c.Version, c => c.Version + 1));
        });
        return id;
    }

    /// <summary>Does all lessons that count, but for one she is to do herself.</summary>
    public async Task FinishAllBut(ParticipantId participant, string left)
    {
        foreach (var id in Shelf.Find(Course)!.LessonsThatCount("PA").Where(id => id != left))
        {
            var lesson = Shelf.Find(Course)!.Find(id, "PA")!;
            var answers = lesson.Questions.Select((question, at) => new GivenAnswer(at, question.RightChoice)).ToList();
            await Use<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Ending(new Learner(participant, 0), Course, lesson, lesson.VersionId, "PA", answers, Clock.GetUtcNow()))));
        }
    }

    /// <summary>As after the last lesson that counts.</summary>
    public Task EndCourse(ParticipantId participant) => Use<CoursesDb>(async db =>
    {
        var enrolment = Enrolment.Begin(Course, participant, 0, "PA", Clock.GetUtcNow());
        enrolment.LessonDone(isLast: true, Clock.GetUtcNow());
        db.Enrolments.Add(enrolment);
        await db.SaveAsync(default);
    });

    /// <summary>Takes the lesson before her to its last question, which stays open. Returns the right answer.</summary>
    public async Task<string> ToTheLastQuestion(string phone, string lessonId, Channel channel = Channel.WhatsApp)
    {
        var lesson = Shelf.Find(Course)!.Find(lessonId, "PA")!;
        await Says(phone, "lecciones", channel);
        await Says(phone, lessonId, channel);
        foreach (var _ in lesson.Messages) await Says(phone, "siguiente", channel);
        foreach (var question in lesson.Questions.SkipLast(1)) await Says(phone, (question.RightChoice + 1).ToString(CultureInfo.InvariantCulture), channel);
        return (lesson.Questions[^1].RightChoice + 1).ToString(CultureInfo.InvariantCulture);
    }

    public async Task<T> Use<TUseCase, T>(Func<TUseCase, Task<T>> use) where TUseCase : notnull
    {
        await using var scope = _bot.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task Use<TUseCase>(Func<TUseCase, Task> use) where TUseCase : notnull =>
        Use<TUseCase, bool>(async useCase =>
        {
            await use(useCase);
            return true;
        });

    public T Get<T>() where T : notnull => _bot.Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _bot.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}

/// <summary>Tells real time, moved on by hand.</summary>
internal sealed class HandMovedClock : TimeProvider
{
    private long _moved;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _moved));

    public void Move(TimeSpan by) => Interlocked.Add(ref _moved, by.Ticks);
}
