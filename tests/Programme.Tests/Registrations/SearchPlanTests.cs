using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.Search;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Tests.Registrations;

/// <summary>However many registrations there are, a search on SQLite goes through none of its tables: proved by the plan of each statement.</summary>
public sealed class SearchPlanTests : IAsyncLifetime
{
    private readonly Planned _planned = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.Create(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("maria gonzales"), InlineData("pa48291736"), InlineData("")]
    public async Task What_is_asked_of_the_index_is_looked_up(string text)
    {
        var facts = new RegistrationFacts { Rubro = "TEX", Stage = RegistrationStage.Grouped, Submitted = [CountrySpan.Of("PA", TimeZoneInfo.Utc, new(2026, 1, 1), new(2027, 3, 1))] };
        await Plan<AskIndex>(ask => ask.Handle(new(Territory.OfRegions("PA-2")) { Text = text, MineOrFree = "ana", OnlyDuplicates = true, Facts = facts }, CancellationToken.None));

        Assert.NotEmpty(_planned.Steps);
        Assert.DoesNotContain(_planned.Steps, step => step.IsScan);
    }

    [Theory]
    [InlineData(RegistrationOrder.NewestFirst), InlineData(RegistrationOrder.OldestFirst), InlineData(RegistrationOrder.LastChangedFirst), InlineData(RegistrationOrder.Name)]
    public async Task Registrations_are_fetched_by_their_position_and_gone_through_in_the_index_of_their_order(RegistrationOrder order)
    {
        var request = new FindRegistrations.Request(null) { Order = order };
        await Plan<ReadRows>(read => read.Rows([1, 2, 3], request, 0, 25, CancellationToken.None));
        Assert.DoesNotContain(_planned.Steps, step => step.IsScan);

        _planned.Steps.Clear();
        foreach (var status in new RegistrationStatus?[] { null, RegistrationStatus.Accepted })
            await Plan<ReadRows>(read => read.Walk(Bitmap.Of([1, 2, 3]), 1000, request with { Status = status }, CancellationToken.None));
        Assert.NotEmpty(_planned.Steps);
        Assert.DoesNotContain(_planned.Steps, step => step.IsScan || step.Text.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private async Task Plan<T>(Func<T, Task> call) where T : notnull
    {
        await using var process = _database.NewProcess(services => services.AddSingleton<IInterceptor>(_planned));
        await using var scope = process.CreateAsyncScope();
        await call(scope.ServiceProvider.GetRequiredService<T>());
    }
}
