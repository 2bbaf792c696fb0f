using System.Data.Common;
using CoopAssistant.Courses.Statistics;
using CoopAssistant.Data.Tests.Service;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests.Inbox;

/// <summary>Lists of tickets, messages and learners look up the women of what they show: PostgreSQL makes no list of all women first, which takes seconds where these are a million.</summary>
public sealed class NoListOfEverybodyTests : IAsyncLifetime
{
    private static readonly CountrySpan[] Spans = [.. new[] { "PA", "BO", "" }.Select(country => CountrySpan.Of(country, TimeZoneInfo.Utc, new(2026, 1, 1), new(2026, 12, 1)))];
    private static readonly Territory?[] Territories = [null, Territory.OfCountry("BO"), Territory.OfRegions("PA-2")];

    private readonly Planned _planned = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.Create(DatabaseKind.Postgres);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Tickets_by_territory_and_by_wait()
    {
        foreach (var territory in Territories)
        {
            await Plan<ListTickets>(list => list.Handle(new(TicketFilter.Closed, "ana", territory, 1), CancellationToken.None));
            await Plan<ListTickets>(list => list.Handle(new(TicketFilter.Open, "ana", territory, 1) { Facts = new(Spans, null, "0") }, CancellationToken.None));
            await Plan<ListTickets>(list => list.Beginning(TicketFilter.Waiting, "ana", territory, 5, CancellationToken.None));
        }
        NoList();
    }

    [Fact]
    public async Task Messages_by_territory_and_by_how_they_stand()
    {
        foreach (var territory in Territories)
        {
            await Plan<ListSent>(list => list.Handle(new(Delivery.Read, Spans, null, territory, 1), CancellationToken.None));
            await Plan<ListDeliveryFailures>(list => list.Handle(1, 25, territory, CancellationToken.None));
            await Plan<ShowDeliveryHealth>(show => show.CountUnderway(territory, CancellationToken.None));
        }
        NoList();
    }

    [Fact]
    public async Task Learners_by_territory_and_by_what_they_did()
    {
        foreach (var territory in Territories)
            foreach (var what in Enum.GetValues<LearnedWhat>())
                await Plan<ListLearners>(list => list.Handle(new(what, Spans, null, territory, 1), CancellationToken.None));
        NoList();
    }

    private void NoList()
    {
        Assert.Contains(_planned.Steps, step => step.Contains("SubPlan", StringComparison.Ordinal));
        Assert.DoesNotContain(_planned.Steps, step => step.Contains("hashed SubPlan", StringComparison.Ordinal));
    }

    private async Task Plan<T>(Func<T, Task> call) where T : notnull
    {
        await using var process = _database.NewProcess(services =>
        {
            ServiceHouse.Offices(services);
            services.AddSingleton<IInterceptor>(_planned);
        });
        await using var scope = process.CreateAsyncScope();
        await call(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>Asks for the plan of each statement, with its values, before it runs.</summary>
    private sealed class Planned : DbCommandInterceptor
    {
        public List<string> Steps { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await using var plan = command.Connection!.CreateCommand();
#pragma warning disable CA2100 // the statement itself
            plan.CommandText = "EXPLAIN " + command.CommandText;
#pragma warning restore CA2100
            foreach (DbParameter parameter in command.Parameters) plan.Parameters.Add(((ICloneable)parameter).Clone());
            await using var reader = await plan.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) Steps.Add(reader.GetString(0));
            return result;
        }
    }
}
