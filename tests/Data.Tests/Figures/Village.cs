using CoopAssistant.Courses.Learning;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Consents;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests.Figures;

/// <summary>Invented women who register, learn, found groups and are written to over a year, all by chance; what is known of them is kept beside the database.</summary>
internal sealed class Village : IAsyncDisposable
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(Path.Combine(Root(AppContext.BaseDirectory), "content"));

    private static readonly (string Country, string? Region, string? Place)[] Places =
    [
        ("PA", "PA-2", "PA-2.anton"), ("PA", "PA-2", "PA-2"), ("PA", "PA-8", "PA-8.chepo"), ("PA", "PA-8", "PA-8.panama"), ("PA", null, null), ("BO", "BO-L", "BO-L"), ("BO", "BO-P", null),
    ];

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private readonly Random _random;

    private Village(TestDatabase database, int seed) =>
        (_database, _random, _services) = (database, new Random(seed), database.NewProcess(services => services.AddSingleton(Packs)));

    public TestClock Clock => _database.Clock;
    public ServiceProvider Services => _services;

    public static async Task<Village> Of(DatabaseKind kind, int seed, int women = 70)
    {
        var village = new Village(await TestDatabase.Create(kind), seed);
        await village.Live(women);
        return village;
    }

    public async Task<TResult> Ask<TUseCase, TResult>(Func<TUseCase, Task<TResult>> call) where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task Do<TUseCase>(Func<TUseCase, Task> call) where TUseCase : notnull => Ask<TUseCase, bool>(async useCase => { await call(useCase); return true; });

    public Task<ReadFigures.Result> Reads(ReadFigures.Request request) => Ask<ReadFigures, ReadFigures.Result>(read => read.Handle(request, CancellationToken.None));

    public static TimeZoneInfo ZoneOf(string country) => Packs.Find(country)!.Country.TimeZone;

    /// <summary>First-level places that the shipped pack of Panama has an office inside of.</summary>
    public static Territory ChepoOnly => new([], []) { Places = ["PA-8.chepo"] };

    private async Task Live(int women)
    {
        var groups = new List<(GroupId Id, string Country)>();
        for (var n = 0; n < women; n++)
        {
            Clock.Advance(TimeSpan.FromHours(_random.Next(1, 140)));
            var contact = await Writes(n);
            if (_random.Next(4) == 0) continue; // she greeted and no more
            var (country, region, place) = Places[_random.Next(Places.Length)];
            var woman = await Registers(contact, country, region, place);
            if (_random.Next(6) == 0) groups.Add((await Founds(country, region, place), country));
            if (_random.Next(2) == 0) await Joins(country, woman.Participant);
            if (groups.Count > 0 && _random.Next(12) == 0)
                await Do<ChangeGroup>(change => change.Move(new(groups[_random.Next(groups.Count)].Id, "staff", "x", null), (GroupTrigger)_random.Next(6), CancellationToken.None));
            await IsHandled(woman.Registration);
            if (_random.Next(3) == 0) await Learns(woman.Participant, contact, country);
        }
    }

    private async Task<long> Writes(int n)
    {
        var channel = _random.Next(3) == 0 ? Channel.Web : Channel.WhatsApp;
        var inbound = new InboundMessage(channel, $"address-{n}", $"in-{n}", "hola", Clock.Now);
        var result = await _services.GetRequiredService<ITurnStore>().Commit(new TurnCommit(inbound, StoredConversation.Unknown, [1], [new OutgoingMessage("uno"), new OutgoingMessage("dos")]), CancellationToken.None);
        var contact = result.After!.Id;
        foreach (var message in await Ask<MessagingDb, List<long>>(db => db.Messages.Where(m => m.ConversationId == contact && m.Delivery == Delivery.Pending).Select(m => m.Id).ToListAsync()))
        {
            var stands = (Delivery)_random.Next(1, 10);
            await Do<MessagingDb>(db => db.Messages.Where(m => m.Id == message).ExecuteUpdateAsync(set => set.SetProperty(m => m.Delivery, stands)));
        }
        if (_random.Next(3) > 0) await Do<RecordConsent>(c => c.Handle(new(contact, ConsentPurpose.Registration, _random.Next(5) > 0, "1", "whatsapp", "es"), CancellationToken.None));
        if (_random.Next(3) == 0)
        {
            await Do<OpenTicket>(open => open.Handle(contact, TicketReason.Person, _random.Next(3) switch { 0 => "PA", 1 => "BO", _ => null }, CancellationToken.None));
            Clock.Advance(TimeSpan.FromMinutes(_random.Next(1, 2000)));
            var ticket = await Ask<MessagingDb, long>(db => db.Tickets.Where(t => t.ConversationId == contact).Select(t => t.Id).SingleAsync());
            for (var times = _random.Next(3); times > 0; times--) await Do<ReplyToTicket>(reply => reply.Handle(new(ticket, "staff", "Buenos días"), CancellationToken.None));
        }
        return contact;
    }

    private async Task<(ParticipantId Participant, RegistrationId Registration)> Registers(long contact, string country, string? region, string? place)
    {
        var (participant, registration) = (ParticipantId.New(Clock), RegistrationId.New(Clock));
        var rubro = _random.Next(4) switch { 0 => null, 1 => "ALI", _ => "TEX" };
        await Do<SubmitRegistration>(submit => submit.Handle(
            new(participant, registration, Folio.Draw(country), country, "Ana", "Gómez", 1990, null, "", null, "es", false, new SubmittedAnswers("[]", "ana gomez", region, place, "El Peñón", rubro))
            {
                Source = _random.Next(3) switch { 0 => null, 1 => RegistrationSource.Web, _ => RegistrationSource.WhatsApp }, IsInStatistics = _random.Next(3) > 0,
            }, CancellationToken.None));
        await Do<MessagingDb>(db =>
        {
            db.ContactParticipants.Add(new ContactParticipant(contact, participant, Clock.Now));
            return db.SaveAsync(CancellationToken.None);
        });
        return (participant, registration);
    }

    private async Task<GroupId> Founds(string country, string? region, string? place) =>
        (await Ask<FoundGroup, FoundGroup.Result>(found => found.Handle(new(new GroupDescription(country, region, place ?? region ?? (country == "PA" ? "PA-2" : "BO-L"), $"Grupo {_random.Next()}", "TEX", "es"), GroupOrigin.Staff, "staff"), CancellationToken.None))).Group!.Id;

    private async Task Joins(string country, ParticipantId woman)
    {
        var open = await Ask<ProgrammeDb, List<GroupId>>(db => db.Groups.Where(g => g.Country == country && (g.State == GroupState.Forming || g.State == GroupState.Cooperative)).OrderBy(g => g.FoundedAt).Select(g => g.Id).ToListAsync());
        if (open.Count > 0) await Do<JoinGroup>(join => join.Handle(open[_random.Next(open.Count)], woman, false, CancellationToken.None));
    }

    private async Task IsHandled(RegistrationId registration)
    {
        for (var steps = _random.Next(5); steps > 0; steps--)
        {
            Clock.Advance(TimeSpan.FromHours(_random.Next(1, 200)));
            var trigger = (RegistrationTrigger)_random.Next((int)RegistrationTrigger.Undo + 1);
            await Do<MoveRegistration>(move => move.Handle(new(registration, trigger, _random.Next(6) == 0 ? RegistrationStep.Herself : "staff", "x"), CancellationToken.None));
        }
    }

    private async Task Learns(ParticipantId participant, long contact, string country)
    {
        var lessons = _random.Next(4);
        for (var lesson = 0; lesson <= lessons; lesson++)
        {
            var id = $"{lesson}";
            await Do<IServiceProvider>(scope => scope.Write<LessonRows>(rows => rows.Of(new LessonRows.Beginning(new Learner(participant, contact), "curso", id, 1, country, Clock.Now))));
            Clock.Advance(TimeSpan.FromDays(_random.Next(20)));
            if (_random.Next(4) == 0) continue;
            DateTimeOffset? now = Clock.Now;
            await Do<CoopDbContext>(async db =>
            {
                var enrolment = await db.Set<Enrolment>().SingleAsync(e => e.ParticipantId == participant);
                await db.Set<LessonRecord>().Where(r => r.EnrolmentId == enrolment.Id && r.LessonId == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.FinishedAt, now));
                enrolment.LessonDone(isLast: lesson == 2, now.Value);
                await db.SaveChangesAsync();
            });
        }
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static string Root(string folder) => File.Exists(Path.Combine(folder, "CoopAssistant.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
