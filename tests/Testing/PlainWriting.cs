using CoopAssistant.Data;
using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Testing;

public static class PlainWriting
{
    /// <summary>Writes what a turn would write as its statements, where a test has no turn.</summary>
    public static async Task Write<TRows>(this IServiceProvider scope, Func<TRows, IReadOnlyList<PlainStatement>> rows) where TRows : notnull
    {
        var database = scope.GetRequiredService<CoopDbContext>().Database;
        foreach (var statement in rows(scope.GetRequiredService<TRows>())) await database.ExecuteSqlRawAsync(statement.Text, statement.Values!);
    }
}
