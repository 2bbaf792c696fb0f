using System.Globalization;
using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Courses;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoopAssistant.Transcripts;

/// <summary>
/// The real engine, dialogs, content and use cases on a fresh SQLite file. The cache is off: every turn passes through save and
/// load. Only the clock is ours.
/// </summary>
internal sealed class House : IAsyncDisposable
{
    // One reading of the content serves all tests of a run: it never changes.
    private static readonly ProgrammePacks Shipped = ProgrammePackReader.ReadAll(ContentFolder.Path);

    private static readonly FrequentQuestions Questions = AnswersReader.Read(ContentFolder.Path, "es", Shipped);

    private readonly string _folder = Directory.CreateTempSubdirectory("coop-transcript-").FullName;
    private readonly ServiceProvider _provider;
    private int _messages;

    private House()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = Path.Combine(_folder, "coop.db"),
            ["Turns:CachedConversations"] = "0",
        }).Build();
        _provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(Shipped).AddSingleton(Questions)
            .AddData(settings).AddProgramme().AddMessaging().AddCourses(ContentFolder.Path)
            .AddTurns().AddConversations(ContentFolder.Path)
            .BuildServiceProvider();
    }

    public ProgrammePacks Packs => Shipped;

    public TestClock Clock { get; } = new(new DateTimeOffset(2027, 3, 1, 14, 0, 0, TimeSpan.Zero));

    public static async Task<House> Open()
    {
        var house = new House();
        await TestDatabase.CopyMigrated(Path.Combine(house._folder, "coop.db"));
        await house._provider.GetRequiredService<PrepareCourses>().Handle(CancellationToken.None);
        return house;
    }

    public Courses.Lessons.Course Course => _provider.GetRequiredService<CourseShelf>().Courses[0];

    /// <summary>A woman writes from a phone.</summary>
    public Task<TurnOutcome> Says(string phone, string text, params InboundMedia[] media) =>
        Says(NewMessage(phone, text) with { Media = media });

    public Task<TurnOutcome> Says(InboundMessage message)
    {
        Clock.Advance(TimeSpan.FromSeconds(20));
        return _provider.GetRequiredService<TurnEngine>().Handle(message with { ReceivedAt = Clock.GetUtcNow() }, CancellationToken.None);
    }

    /// <param name="phone">A number, or the name of a browser: who has no plus sign writes on the web.</param>
    public InboundMessage NewMessage(string phone, string text) => phone[0] != '+' ? new(Channel.Web, phone, "DL" + (++_messages).ToString("D32", CultureInfo.InvariantCulture), text, Clock.GetUtcNow()) :
        new(Channel.WhatsApp, "whatsapp:" + phone, "SM" + (++_messages).ToString("D32", CultureInfo.InvariantCulture), text, Clock.GetUtcNow()) { Phone = phone };

    /// <summary>Staff or a test use a use case, in a scope of its own.</summary>
    public async Task<TResult> Use<TUseCase, TResult>(Func<TUseCase, Task<TResult>> use) where TUseCase : notnull
    {
        await using var scope = _provider.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
