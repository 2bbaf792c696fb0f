using System.Data.Common;
using System.Text.RegularExpressions;
using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Registrations.Search;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Tests.Registrations;

/// <summary>However many registrations there are, a search on SQLite goes through none of its tables: proved by the plan of each statement.</summary>
public sealed partial class SearchPlanTests : IAsyncLifetime
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

    /// <param name="IsScan">A whole table is read, in no index.</param>
    private sealed record Step(string Text, string Sql)
    {
        public bool IsScan => Scan().Match(Text) is { Success: true } scan && Tables().Matches(Sql).Any(table => table.Groups["alias"].Value == scan.Groups["alias"].Value);
    }

    [GeneratedRegex("^SCAN (?<alias>\\w+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scan();

    [GeneratedRegex("\"\\w+\" AS \"(?<alias>\\w+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tables();

    /// <summary>Asks for the plan of each statement, with its values, before it runs.</summary>
    private sealed class Planned : DbCommandInterceptor
    {
        public List<Step> Steps { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            await using var plan = command.Connection!.CreateCommand();
#pragma warning disable CA2100 // the statement itself
            plan.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
            foreach (DbParameter parameter in command.Parameters)
            {
                var same = plan.CreateParameter();
                (same.ParameterName, same.Value) = (parameter.ParameterName, parameter.Value);
                plan.Parameters.Add(same);
            }
            await using var reader = await plan.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken)) Steps.Add(new(reader.GetString(3), command.CommandText));
            return result;
        }
    }
}
