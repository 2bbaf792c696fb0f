using CoopAssistant.Bot.Broadcasts;
using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Invitations;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Tests.Broadcasts;

/// <summary>Two processes of the bot on one database, and women who registered from phones. It is Monday, 1 March 2027, 9:00 in Panama.</summary>
internal sealed class BroadcastHost : IAsyncDisposable
{
    public const string Template = "HX00000000000000000000000000000001";
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Path);
    private static readonly FrequentQuestions Questions = AnswersReader.Read(ContentFolder.Path, "es", Packs);

    private readonly TestDatabase _database;
    private readonly ServiceProvider[] _processes;
    private int _phones;
    private int _messages;

    private BroadcastHost(TestDatabase database, Action<TwilioOptions>? twilio) =>
        (_database, _processes) = (database, [NewProcess(database, twilio), NewProcess(database, twilio)]);

    public TestClock Clock => _database.Clock;

    public static async Task<BroadcastHost> Start(DatabaseKind kind = DatabaseKind.Sqlite, Action<TwilioOptions>? twilio = null)
    {
        var database = await TestDatabase.Create(kind);
        database.Clock.Advance(new DateTimeOffset(2027, 3, 1, 14, 0, 0, TimeSpan.Zero) - database.Clock.Now);
        return new BroadcastHost(database, twilio);
    }

    /// <summary>A phone or browser that wrote so long ago. Returns its contact.</summary>
    public Task<long> Phone(TimeSpan? wroteAgo = null, Channel channel = Channel.WhatsApp) => Use<CoopDbContext, long>(async db =>
    {
        var (id, now, wrote) = (++_phones, Clock.GetUtcNow().UtcDateTime, (Clock.GetUtcNow() - (wroteAgo ?? TimeSpan.FromHours(1))).UtcDateTime);
        var (address, state) = ($"whatsapp:+5076100{id:0000}", StoredState.Write(new ConversationState { Country = "PA" }));
        await db.Database.ExecuteSqlAsync($"INSERT INTO contacts (id, channel, created_at) VALUES ({id}, {(byte)channel}, {now})");
        await db.Database.ExecuteSqlAsync($"INSERT INTO contact_addresses (channel, address, contact_id) VALUES ({(byte)channel}, {address}, {id})");
        await db.Database.ExecuteSqlAsync($"INSERT INTO conversations (id, channel, state, version, reply_address, last_inbound_at, is_held, has_opted_out, has_parked) VALUES ({id}, {(byte)channel}, {state}, 1, {address}, {wrote}, {false}, {false}, {false})");
        return (long)id;
    });

    /// <summary>A woman who registered from this contact; null: on paper, without a chat.</summary>
    public async Task<ParticipantId> Woman(string name, long? contact, bool agrees = true, string region = "PA-2", string rubro = "TEX", string language = "es")
    {
        var (participant, registration) = (ParticipantId.New(Clock), RegistrationId.New(Clock));
        await Do<SubmitRegistration>(submit => submit.Handle(
            new(participant, registration, Folio.Draw("PA"), "PA", name, "Ríos", 1990, null, Pin.Hash("4826"), null, language, false, new SubmittedAnswers("[]", name.ToLowerInvariant(), region, region + ".anton", "Centro", rubro)), default));
        if (contact is not { } id) return participant;
        await Do<LinkParticipant>(link => link.Handle(id, participant, default));
        await Do<RecordConsent>(consent => consent.Handle(new(id, ConsentPurpose.Contact, agrees, "2026-1", "whatsapp", "es"), default));
        return participant;
    }

    /// <summary>So many women, each with a phone of her own.</summary>
    public async Task<IReadOnlyList<long>> Women(int count)
    {
        var phones = new List<long>();
        for (var i = 0; i < count; i++)
        {
            phones.Add(await Phone());
            await Woman("Ana", phones[^1]);
        }
        return phones;
    }

    public static BroadcastSegment Everybody { get; } = new() { Country = "PA" };

    public async Task<long> Draft(BroadcastSegment? segment = null, string text = "Hola {nombre}, hay feria el sábado.", bool isTemplate = false) => await Use<MessagingDb, long>(async db =>
    {
        var message = isTemplate ? new BroadcastMessage([new("es", Template, "Hola {{1}}, hay feria el sábado.")], ["{nombre}"]) : new BroadcastMessage([new("es", null, text)], []);
        var draft = Messaging.Broadcasts.Broadcast.Draft("Feria", segment ?? Everybody, message, "s", Clock.GetUtcNow());
        db.Broadcasts.Add(draft);
        await db.SaveAsync(default);
        return draft.Id;
    });

    public async Task<long> Confirmed(BroadcastSegment? segment = null, bool isTemplate = false)
    {
        var id = await Draft(segment, isTemplate: isTemplate);
        var count = await Count(id);
        Assert.Equal(SteerResult.Done, await Use<SteerBroadcast, SteerResult>(steer => steer.Confirm(id, count.Reached, null, default)));
        return id;
    }

    public Task<CountAudience.Result> Count(long id) => Use<CountAudience, CountAudience.Result>(async count => await count.Handle(await Broadcast(id), default));

    public Task<Broadcast> Broadcast(long id) => Use<MessagingDb, Broadcast>(db => db.Broadcasts.AsNoTracking().SingleAsync(b => b.Id == id));

    public async Task<IReadOnlyDictionary<BroadcastOutcome, int>> Outcomes(long id) => (await Use<ReadBroadcast, ReadBroadcast.Result?>(read => read.Handle(id, null, default)))!.Counts;

    /// <summary>The worker looks, as it does every few seconds.</summary>
    public Task<int> Look(int process = 0) => new SendBroadcasts(_processes[process].GetRequiredService<IServiceScopeFactory>()).Handle(default);

    /// <summary>It looks every two seconds of that time.</summary>
    public async Task<int> Looks(TimeSpan time)
    {
        var said = 0;
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(2))
        {
            said += await Look();
            Clock.Advance(TimeSpan.FromSeconds(2));
        }
        return said;
    }

    public Task<int> Invite(int process = 0) => _processes[process].GetRequiredService<InviteToRead>().Handle(default);

    public Task<List<Message>> Said(long contact) => Use<MessagingDb, List<Message>>(db => db.Messages.AsNoTracking().Where(m => m.ConversationId == contact && m.Direction == MessageDirection.Outbound).OrderBy(m => m.Id).ToListAsync());

    public Task<TurnOutcome> Says(long contact, string text) =>
        Hears(new InboundMessage(Channel.WhatsApp, $"whatsapp:+5076100{contact:0000}", $"SM{++_messages:D32}", text, Clock.GetUtcNow()) { Phone = $"+5076100{contact:0000}" });

    public Task<TurnOutcome> Hears(InboundMessage message) => _processes[0].GetRequiredService<TurnEngine>().Handle(message, default);

    public async Task<T> Use<TUseCase, T>(Func<TUseCase, Task<T>> use, int process = 0) where TUseCase : notnull
    {
        await using var scope = _processes[process].CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task Do<TUseCase>(Func<TUseCase, Task> use) where TUseCase : notnull => Use<TUseCase, bool>(async case_ => { await use(case_); return true; });

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static ServiceProvider NewProcess(TestDatabase database, Action<TwilioOptions>? twilio) => database.NewProcess(services =>
    {
        services.AddSingleton(Packs).AddSingleton(Questions).AddTurns().AddConversations(ContentFolder.Path);
        services.Configure<TwilioOptions>(options => twilio?.Invoke(options));
    });
}
