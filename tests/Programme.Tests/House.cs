using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Tests.Packs;
using CoopAssistant.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoopAssistant.Programme.Tests;

/// <summary>Programme's use cases over a real, empty database. Each call gets a scope of its own, as a request does.</summary>
public sealed class House : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private House(TestDatabase database)
    {
        _database = database;
        _services = database.NewProcess(services =>
        {
            services.AddSingleton(ProgrammePackReader.ReadAll(ContentFolder.Shipped)); // not shared: tests teach it spellings
            services.RemoveAll<IListen<RegistrationMoved>>(); // who else listens is tested there
            services.RemoveAll<IListen<MembershipChanged>>();
            services.RemoveAll<IListen<GroupMoved>>();
            services.RemoveAll<IListen<StepChanged>>();
        });
    }

    public TestClock Clock => _database.Clock;

    public static async Task<House> On(DatabaseKind kind) => new(await TestDatabase.Create(kind));

    public async Task<TResult> Ask<TUseCase, TResult>(Func<TUseCase, Task<TResult>> call) where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task Do<TUseCase>(Func<TUseCase, Task> call) where TUseCase : notnull => Ask<TUseCase, bool>(async useCase => { await call(useCase); return true; });

    /// <summary>A woman who registered, one minute after the one before.</summary>
    public async Task<Woman> Registered(
        string name = "Ana Gómez", string country = "PA", string? region = "PA-2", string? community = "El Peñón", string? document = null, string? phone = null, string pin = "4826",
        string? place = null, string rubro = "ALI", string language = "es", string? unknownPlace = null, bool hasGroup = false)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var woman = new Woman(ParticipantId.New(Clock), RegistrationId.New(Clock), Folio.Draw(country));
        var names = name.Split(' ', 2);
        await Do<SubmitRegistration>(submit => submit.Handle(
            new(woman.Participant, woman.Registration, woman.Folio, country, names[0], names[1], 1990, document, Pin.Hash(pin), phone, language, false,
                new SubmittedAnswers(SubmittedAnswers.ToJson([new("nombres", "Nombres", names[0], names[0], true)]), Plain.Of(name), region, place ?? (region is null ? null : region + ".x"), community, rubro)
                {
                    UnknownPlaces = unknownPlace is null ? [] : [unknownPlace],
                    HasGroup = hasGroup,
                }),
            CancellationToken.None));
        return woman;
    }

    public Task<MoveResult> Moves(Woman woman, RegistrationTrigger trigger, string? detail = null, int? seenVersion = null, Territory? territory = null) =>
        Ask<MoveRegistration, MoveResult>(move => move.Handle(new(woman.Registration, trigger, "staff-1", detail, seenVersion, territory), CancellationToken.None));

    public Task<ReadRegistration.Result?> Reads(Woman woman, Territory? territory = null) =>
        Ask<ReadRegistration, ReadRegistration.Result?>(read => read.Handle(woman.Registration, territory, CancellationToken.None));

    public Task<FindRegistrations.Result> Finds(FindRegistrations.Request request) =>
        Ask<FindRegistrations, FindRegistrations.Result>(find => find.Handle(request, CancellationToken.None));

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

public sealed record Woman(ParticipantId Participant, RegistrationId Registration, Folio Folio);
