using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Reminders;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Courses.Reminders;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.Tests.Learning;

/// <summary>Two processes of the bot on one database, with a clock moved by hand. It is Monday, 1 March 2027, 14:00 in Panama.</summary>
internal sealed class ReminderHost : IAsyncDisposable
{
    public const string Phone = "+50760000001";
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Path);
    private static readonly FrequentQuestions Questions = AnswersReader.Read(ContentFolder.Path, "es", Packs);

    private readonly TestDatabase _database;
    private readonly ServiceProvider[] _processes;
    private int _messages;

    private ReminderHost(TestDatabase database, ServiceProvider[] processes) => (_database, _processes) = (database, processes);

    public TestClock Clock => _database.Clock;

    /// <param name="template">Id of the approved template of Panama; null where there is none.</param>
    public static async Task<ReminderHost> Start(DatabaseKind kind, string? template = null)
    {
        var database = await TestDatabase.Create(kind);
        database.Clock.Advance(new DateTimeOffset(2027, 3, 1, 19, 0, 0, TimeSpan.Zero) - database.Clock.Now);
        var host = new ReminderHost(database, [NewProcess(database, template), NewProcess(database, template)]);
        foreach (var process in host._processes)
        {
            await using (var scope = process.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<ImportCourses>().Handle(new(Courses.Packs.CoursePackReader.ReadAll(ContentFolder.Path, new DateOnly(2027, 1, 1)).Courses, OnlyUnknown: true, ""), default);
            await process.GetRequiredService<CourseShelf>().Refresh(default);
        }
        return host;
    }

    public async Task<TurnOutcome> Says(params string[] texts)
    {
        TurnOutcome? last = null;
        foreach (var text in texts)
            last = await _processes[0].GetRequiredService<TurnEngine>().Handle(
                new InboundMessage(Channel.WhatsApp, "whatsapp:" + Phone, $"SM{++_messages:D32}", text, Clock.GetUtcNow()) { Phone = Phone }, CancellationToken.None);
        return last!;
    }

    public void HasTemplate(string languageAndCountry, string template)
    {
        foreach (var process in _processes) process.GetRequiredService<IOptions<TwilioOptions>>().Value.ReminderTemplates[languageAndCountry] = template;
    }

    /// <summary>She does her first lesson and says that she wants to be reminded in the morning.</summary>
    public async Task WantsToBeReminded()
    {
        await Says("hola", "Panamá", "lecciones", "1");
        var lesson = _processes[0].GetRequiredService<CourseShelf>().Find(LearnerHost.Course)!.Find("1.1", "PA")!;
        foreach (var _ in lesson.Messages) await Says("siguiente");
        foreach (var question in lesson.Questions) await Says($"{question.RightChoice + 1}");
        await Says("Recordarme", "1");
    }

    /// <summary>Lets time pass as workers do: one looks every half hour.</summary>
    public async Task<int> Pass(TimeSpan time)
    {
        var sent = 0;
        for (var end = Clock.GetUtcNow() + time; Clock.GetUtcNow() < end;)
        {
            Clock.Advance(TimeSpan.FromMinutes(30));
            sent += await Look();
        }
        return sent;
    }

    public Task<int> Look(int process = 0) => _processes[process].GetRequiredService<SendReminders>().Handle(default);

    public RemindLearners Worker(int process) => ActivatorUtilities.CreateInstance<RemindLearners>(_processes[process]);

    public Task<Reminder> Reminder() => Use<CoursesDb, Reminder>(db => db.Reminders.AsNoTracking().SingleAsync());

    public Task<List<Message>> Reminders() => Use<MessagingDb, List<Message>>(db =>
        db.Messages.AsNoTracking().Where(m => m.Text.StartsWith("Hola. Cuando tenga 5 minutos")).OrderBy(m => m.Id).ToListAsync());

    public async Task<T> Use<TUseCase, T>(Func<TUseCase, Task<T>> use) where TUseCase : notnull
    {
        await using var scope = _processes[0].CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static ServiceProvider NewProcess(TestDatabase database, string? template) => database.NewProcess(services =>
        services.AddSingleton(Packs).AddSingleton(Questions).AddTurns().AddConversations(ContentFolder.Path).Configure<TwilioOptions>(twilio =>
        {
            twilio.From = "whatsapp:+14155238886";
            if (template is not null) twilio.ReminderTemplates["es_PA"] = template;
        }));
}
