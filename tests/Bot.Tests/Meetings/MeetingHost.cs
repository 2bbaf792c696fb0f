using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Reminders;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Meetings;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Tests.Meetings;

/// <summary>Two processes of the bot on one database; a woman who registered on WhatsApp and is in a group. It is Monday, 1 March 2027, 9:00 in Panama.</summary>
internal sealed class MeetingHost : IAsyncDisposable
{
    private const string Phone = "+50760000001";
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Path);
    private static readonly FrequentQuestions Questions = AnswersReader.Read(ContentFolder.Path, "es", Packs);

    private readonly TestDatabase _database;
    private readonly ServiceProvider[] _processes;
    private int _messages;

    private MeetingHost(TestDatabase database) => (_database, _processes) = (database, [NewProcess(database), NewProcess(database)]);

    public TestClock Clock => _database.Clock;
    public GroupId Group { get; private set; }
    public ParticipantId Her { get; private set; }

    /// <param name="agrees">To being written to.</param>
    public static async Task<MeetingHost> Start(DatabaseKind kind, bool agrees = true)
    {
        var database = await TestDatabase.Create(kind);
        database.Clock.Advance(new DateTimeOffset(2027, 3, 1, 14, 0, 0, TimeSpan.Zero) - database.Clock.Now);
        var host = new MeetingHost(database);
        await host.Says("hola", "Panamá", "sí", "registrarme", agrees ? "sí" : "no", "sí", "Ana", "Pérez", "1985", "Coclé", "Antón", "Centro", "tejido", "no", "después", "este", "1", "1", "4826", "4826", "sí");
        host.Her = await host.Use<ProgrammeDb, ParticipantId>(db => db.Participants.Select(p => p.Id).SingleAsync());
        host.Group = (await host.Use<FoundGroup, FoundGroup.Result>(found => found.Handle(new(new("PA", "PA-2", "PA-2.anton", "Manos", "TEX", "es"), GroupOrigin.Staff, "s"), default))).Group!.Id;
        await host.Use<JoinGroup, bool>(async join => { await join.Handle(host.Group, host.Her, false, default); return true; });
        return host;
    }

    public async Task<string> Says(params string[] texts)
    {
        TurnOutcome? last = null;
        foreach (var text in texts)
            last = await _processes[0].GetRequiredService<TurnEngine>().Handle(
                new InboundMessage(Channel.WhatsApp, "whatsapp:" + Phone, $"SM{++_messages:D32}", text, Clock.GetUtcNow()) { Phone = Phone }, CancellationToken.None);
        return string.Join('\n', last!.Replies.Select(reply => reply.Text));
    }

    /// <summary>A workshop of two hours on that day at ten, by Panama's clock.</summary>
    public async Task<MeetingId> Plans(int day, bool invites = true) =>
        (await Use<PlanMeeting, PlanMeeting.Result>(plan => plan.Handle(new(Group, null, new(MeetingKind.Workshop, "Cuentas") { CourseMinutes = 120 }, Slot(day), "s", null, invites), default))).Id!.Value;

    public static MeetingSlot Slot(int day) => new(new(2027, 3, day, 15, 0, 0, TimeSpan.Zero), new(2027, 3, day, 17, 0, 0, TimeSpan.Zero), "Escuela El Valle");

    public Task<ChangeMeeting.Result> Changes(MeetingId meeting, Func<ChangeMeeting, ChangeMeeting.Request, Task<ChangeMeeting.Result>> change) =>
        Use<ChangeMeeting, ChangeMeeting.Result>(use => change(use, new(meeting, "s", "lluvia", null)));

    /// <summary>Lets time pass as workers do: one looks every half hour.</summary>
    public async Task<int> PassUntil(int day, int hourThere)
    {
        var sent = 0;
        for (var end = new DateTimeOffset(2027, 3, day, hourThere, 0, 0, TimeSpan.FromHours(-5)); Clock.GetUtcNow() < end;)
        {
            Clock.Advance(TimeSpan.FromMinutes(30));
            sent += await Look();
        }
        return sent;
    }

    public Task<int> Look(int process = 0) => _processes[process].GetRequiredService<SendMeetingReminders>().Handle(default);

    /// <summary>What the process asks cooperatives now.</summary>
    public Task<int> Asks(int process = 0) => _processes[process].GetRequiredService<SendFollowUps>().Handle(default);

    public Task<List<Message>> Told(string beginning) => Use<MessagingDb, List<Message>>(db =>
        db.Messages.AsNoTracking().Where(m => m.Text.Contains(beginning)).OrderBy(m => m.Id).ToListAsync());

    public async Task<T> Use<TUseCase, T>(Func<TUseCase, Task<T>> use) where TUseCase : notnull
    {
        await using var scope = _processes[0].CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public async Task<MeetingGuest?> Guest(MeetingId meeting) => (await Use<ReadMeeting, ReadMeeting.Result?>(read => read.Handle(meeting, null, default)))!.Meeting.GuestOf(Her);

    public Task Marks(MeetingId meeting) => Use<TakeAttendance, ChangeResult>(take => take.Handle(new(meeting, new HashSet<ParticipantId>(), new HashSet<ParticipantId>(), Holds: true, "s", null), default));

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static ServiceProvider NewProcess(TestDatabase database) => database.NewProcess(services =>
        services.AddSingleton(Packs).AddSingleton(Questions).AddTurns().AddConversations(ContentFolder.Path));
}
