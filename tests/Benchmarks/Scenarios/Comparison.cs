using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Benchmarks.Servers;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>Two published programs beside each other, in turns: whether a change made a turn cheaper. Ratios of the one to the other.</summary>
internal static class Comparison
{
    private const string One = "this program", Other = "the other";

    /// <param name="other">Path of the other published program.</param>
    public static async Task Run(RunOptions options, string other, Dialogue dialogue, string lastWords, int connections)
    {
        var results = new Results($"Two programs, SQLite, {connections} connections");
        using var one = await Contestant.New(Kind.Coop, options.Program);
        using var two = await Contestant.New(Kind.Coop, other);
        var women = 0L;
        for (var round = 0; round < options.Rounds; round++)
        {
            await using var first = await Loaded.Phones(one, dialogue, Next, connections);
            await using var second = await Loaded.Phones(two, dialogue, Next, connections);
            await Loaded.InTurns(options, round % 2 == 0 ? [first, second] : [second, first]);
            await Kept.Check(one, first.Crowd, Kept.PhoneOf, lastWords);
            await Kept.Check(two, second.Crowd, Kept.PhoneOf, lastWords);
            results.Add(One, first.Round);
            results.Add(Other, second.Round);
        }
        results.Print();
        Console.WriteLine(FormattableString.Invariant(
            $"\nThis by the other: turns/s {results.Ratio(One, Other, r => r.PerSecond):F3}, CPU {results.Ratio(One, Other, r => r.CpuMicroseconds):F3}, p99 {results.Ratio(One, Other, r => r.P99):F2}, working set {results.Ratio(One, Other, r => r.WorkingSetMegabytes):F3}."));

        Woman Next() => Woman.Nth(women++);
    }
}
