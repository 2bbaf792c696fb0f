using System.Data.Common;
using CoopAssistant.Data.Sqlite;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Data.Tests.Turns;

/// <summary>Reading a thread follows its chain by primary key on SQLite too, however many messages others have.</summary>
public sealed class ThreadPlanTests : IAsyncLifetime
{
    private static readonly string[] Parameters = ["?1", "?2", "?3", "@p0", "@p1", "@p2", "@p3", "@p4", "@p5", "@p"];

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.Create(DatabaseKind.Sqlite);

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task What_a_thread_gained_is_found_along_its_chain() => Assert.DoesNotContain(await Plan(SqliteTurnStore.SinceSql), IsScanOfMessages);

    [Fact]
    public async Task A_page_of_a_thread_is_found_along_its_chain()
    {
        var heard = new Heard();
        await using var scope = _database.NewProcess(services => services.AddSingleton<IInterceptor>(heard)).CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReadThread>().Handle(1, 50, null, default);

        Assert.DoesNotContain(await Plan(Assert.Single(heard.Statements, s => s.Contains("thread", StringComparison.Ordinal))), IsScanOfMessages);
    }

    private static bool IsScanOfMessages(string step) => step == "SCAN m" || step.StartsWith("SCAN m ", StringComparison.Ordinal);

    private async Task<List<string>> Plan(string sql)
    {
        await using var scope = _database.NewProcess().CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<CoopDbContext>().Database;
        await database.OpenConnectionAsync();
        await using var command = database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // a statement of ours
        command.CommandText = "EXPLAIN QUERY PLAN " + Parameters.Aggregate(sql, (text, parameter) => text.Replace(parameter, "1", StringComparison.Ordinal));
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
        Assert.NotEmpty(steps);
        return steps;
    }

    private sealed class Heard : DbCommandInterceptor
    {
        public List<string> Statements { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Statements.Add(command.CommandText);
            return new(result);
        }
    }
}
