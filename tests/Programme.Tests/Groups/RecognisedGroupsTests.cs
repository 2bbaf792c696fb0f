using CoopAssistant.Programme.Figures;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Testing;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Tests.Groups;

public sealed class RecognisedGroupsTests
{
    private static readonly CountrySpan[] Spans = [CountrySpan.Of("PA", TimeZoneInfo.Utc, new(2026, 1, 1), new(2026, 12, 1)), CountrySpan.Of("BO", TimeZoneInfo.Utc, new(2026, 1, 1), new(2026, 12, 1))];

    [Fact]
    public async Task Who_became_a_cooperative_in_some_months_is_looked_up_among_their_moves_and_the_history_of_no_group_is_read()
    {
        var planned = new Planned();
        await using var database = await TestDatabase.Create(DatabaseKind.Sqlite);
        await using var process = database.NewProcess(services => services.AddSingleton<IInterceptor>(planned));
        await using var scope = process.CreateAsyncScope();

        await scope.ServiceProvider.GetRequiredService<ListGroups>().Handle(new(null) { Recognised = Spans }, CancellationToken.None);

        var entries = planned.Steps.Where(step => step.Sql.Contains("group_entries", StringComparison.Ordinal)).Select(step => step.Text).Where(step => step.Contains("group_entries", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, entries.Count); // two countries, counted and listed
        Assert.All(entries, step => Assert.Contains("USING COVERING INDEX ix_group_entries_moved (code=? AND at>? AND at<?)", step, StringComparison.Ordinal));
    }
}
