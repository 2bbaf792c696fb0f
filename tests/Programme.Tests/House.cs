using CoopAssistant.Data;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Tests;

/// <summary>Programme's use cases over a real, empty database. Each call gets a scope of its own, as a request does.</summary>
public sealed class House : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coop-programme-").FullName;
    private readonly ServiceProvider _services;

    private House()
    {
        var settings = new Dictionary<string, string?> { ["Database:Provider"] = "sqlite", ["Database:ConnectionString"] = Path.Combine(_folder, "coop.db") };
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddProgramme();
        _services = services.AddData(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).BuildServiceProvider();
    }

    public SetClock Clock { get; } = new();

    public static async Task<House> Open()
    {
        var house = new House();
        await house._services.GetRequiredService<PrepareDatabase>().Handle(CancellationToken.None);
        return house;
    }

    public async Task<TResult> Ask<TUseCase, TResult>(Func<TUseCase, Task<TResult>> call) where TUseCase : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task Do<TUseCase>(Func<TUseCase, Task> call) where TUseCase : notnull => Ask<TUseCase, bool>(async useCase => { await call(useCase); return true; });

    /// <summary>A woman who registered, one minute after the one before.</summary>
    public async Task<Woman> Registered(
        string name = "Ana Gómez", string country = "PA", string? region = "PA-2", string? community = "El Peñón", string? document = null, string? phone = null, string pin = "4826")
    {
        Clock.Pass(TimeSpan.FromMinutes(1));
        var woman = new Woman(ParticipantId.New(Clock), RegistrationId.New(Clock), Folio.Draw(country));
        var names = name.Split(' ', 2);
        await Do<SubmitRegistration>(submit => submit.Handle(
            new(woman.Participant, woman.Registration, woman.Folio, country, names[0], names[1], 1990, document, Pin.Hash(pin), phone, "es", false,
                new SubmittedAnswers(SubmittedAnswers.ToJson([new("nombres", "Nombres", names[0], names[0], true)]), Plain.Of(name), region, region is null ? null : region + ".x", community, "ALI")),
            CancellationToken.None));
        return woman;
    }

    public Task<MoveResult> Moves(Woman woman, RegistrationTrigger trigger, string? detail = null, int? seenVersion = null, Territory? territory = null) =>
        Ask<MoveRegistration, MoveResult>(move => move.Handle(new(woman.Registration, trigger, "staff-1", detail, seenVersion, territory), CancellationToken.None));

    public Task<ReadRegistration.Result?> Reads(Woman woman, Territory? territory = null) =>
        Ask<ReadRegistration, ReadRegistration.Result?>(read => read.Handle(woman.Registration, territory, CancellationToken.None));

    public Task<FindRegistrations.Result> Finds(FindRegistrations.Request request) =>
        Ask<FindRegistrations, FindRegistrations.Result>(find => find.Handle(request, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

public sealed record Woman(ParticipantId Participant, RegistrationId Registration, Folio Folio);

/// <summary>Time that passes when a test says so.</summary>
public sealed class SetClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 10, 15, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}
