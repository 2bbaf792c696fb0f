using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CoopAssistant.Programme.Tests;

/// <summary>Asks SQLite for the plan of each statement, with its values, before it runs.</summary>
internal sealed partial class Planned : DbCommandInterceptor
{
    /// <param name="IsScan">A whole table is read, in no index.</param>
    public sealed record Step(string Text, string Sql)
    {
        public bool IsScan => Scan().Match(Text) is { Success: true } scan && Tables().Matches(Sql).Any(table => table.Groups["alias"].Value == scan.Groups["alias"].Value);
    }

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

    [GeneratedRegex("^SCAN (?<alias>\\w+)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scan();

    [GeneratedRegex("\"\\w+\" AS \"(?<alias>\\w+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tables();
}
