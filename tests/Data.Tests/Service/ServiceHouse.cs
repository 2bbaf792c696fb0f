using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using CoopAssistant.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests.Service;

/// <summary>Invented women who wait at several offices, on a Monday at ten in Panama.</summary>
internal sealed class ServiceHouse : IAsyncDisposable
{
    public static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(Path.Combine(Root(AppContext.BaseDirectory), "content"));

    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;
    private long _contacts;

    private ServiceHouse(TestDatabase database) => (_database, _services) = (database, database.NewProcess(Offices));

    /// <summary>What the clocks of offices need.</summary>
    public static void Offices(IServiceCollection services) => services.AddSingleton(Packs).AddSingleton<IOfficeDirectors>(new NotEverywhere());

    public TestClock Clock => _database.Clock;

    public static async Task<ServiceHouse> On(DatabaseKind kind)
    {
        var house = new ServiceHouse(await TestDatabase.Create(kind));
        house.Clock.Advance(new DateTimeOffset(2027, 3, 8, 15, 0, 0, TimeSpan.Zero) - house.Clock.Now);
        return house;
    }

    public async Task<TResult> Ask<TUseCase, TResult>(Func<TUseCase, Task<TResult>> call) where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task Do<TUseCase>(Func<TUseCase, Task> call) where TUseCase : notnull => Ask<TUseCase, bool>(async useCase => { await call(useCase); return true; });

    public async Task<(ParticipantId Participant, RegistrationId Registration)> Registers(string country, string? region, string? place)
    {
        var (participant, registration) = (ParticipantId.New(Clock), RegistrationId.New(Clock));
        await Do<SubmitRegistration>(submit => submit.Handle(
            new(participant, registration, Folio.Draw(country), country, "Mujer", "Inventada", 1990, null, Pin.Hash("4826"), null, "es", false, new SubmittedAnswers("[]", "mujer inventada", region, place, null, "TEX")),
            CancellationToken.None));
        return (participant, registration);
    }

    /// <summary>She asks for a person; her contact is linked where she registered before.</summary>
    public async Task<long> Asks(string? country, ParticipantId? participant = null)
    {
        var id = ++_contacts;
        await Do<CoopDbContext>(async db =>
        {
            var at = Clock.GetUtcNow().UtcDateTime;
            await Sql(db, $"INSERT INTO contacts (id, channel, profile_name, created_at) VALUES ({id}, {(short)Channel.WhatsApp}, {"Doña Petra"}, {at})");
            await Sql(db, $"""
                INSERT INTO conversations (id, channel, version, reply_address, last_inbound_at, is_held, has_opted_out, has_parked, state)
                VALUES ({id}, {(short)Channel.WhatsApp}, 1, {$"whatsapp:+5076000{id:0000}"}, {at}, {false}, {false}, {false}, {"{}"u8.ToArray()})
                """);
            if (participant is { } her) db.Add(new ContactParticipant(id, her, Clock.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        await Do<OpenTicket>(open => open.Handle(id, TicketReason.Person, country, CancellationToken.None));
        return await Ask<MessagingDb, long>(db => Task.FromResult(db.Tickets.Single(t => t.ConversationId == id).Id));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static Task Sql(CoopDbContext db, FormattableString sql) => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(db.Database, sql);

    private static string Root(string from) => File.Exists(Path.Combine(from, "CoopAssistant.sln")) ? from : Root(Path.GetDirectoryName(from)!);
}

/// <summary>Nobody answers for two of the offices.</summary>
internal sealed class NotEverywhere : IOfficeDirectors
{
    public Task<Func<ProgrammePack, Office, bool>> Read(CancellationToken cancel) => Task.FromResult<Func<ProgrammePack, Office, bool>>((_, office) => office.Code is not ("panama-este" or "potosi"));
}
