using System.Diagnostics;
using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Benchmarks.Servers;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>From the start of the process to the first answered, signed message, on a database that is there already.</summary>
internal static class ColdStart
{
    private static readonly Dialogue Hello = new("hola");

    public static async Task Run(RunOptions options)
    {
        using var coop = await Contestant.New(Kind.Coop, options.Program);
        using var bound = await Contestant.New(Kind.Bound, options.Program);
        foreach (var contestant in new[] { coop, bound }) await using (await contestant.StartReady()) { }
        var (mine, its) = (new List<double>(), new List<double>());
        for (var round = 0; round < Math.Max(5, options.Rounds); round++)
        {
            mine.Add(await Once(coop, round));
            its.Add(await Once(bound, round));
            Console.Error.WriteLine(FormattableString.Invariant($"  cold start: coop {mine[^1]:F0} ms, (b) {its[^1]:F0} ms"));
        }
        Console.WriteLine("\n### Cold start to the first signed reply\n\n| | ms |\n|---|---:|");
        Console.WriteLine(FormattableString.Invariant($"| coop, published, both faces | {Results.MedianOf(mine):F0} |\n| {bound.Name} | {Results.MedianOf(its):F0} |"));
        Goal.Print([new("cold start by (b)", Results.MedianOf(mine.Zip(its, (a, b) => a / b)), AtMost: 1.5)]);
    }

    private static async Task<double> Once(Contestant contestant, int round)
    {
        var clock = Stopwatch.StartNew();
        await using var server = contestant.Start(isGauged: false);
        using var connection = await WhenItListens(server);
        await Round.ByWebhook(server, Hello)(connection, Woman.Nth(round));
        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task<Connection> WhenItListens(ServerProcess server)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(1);)
        {
            if (await Connection.TryOpen(server.Port) is { } connection) return connection;
            await Task.Delay(2);
        }
        throw new InvalidOperationException($"The server did not listen within a minute:\n{server.Said}");
    }
}
