using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Benchmarks.Servers;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>Ten thousand pages stand open with nobody writing.</summary>
internal static class Sockets
{
    private const int Pages = 10_000;

    public static async Task Run(RunOptions options)
    {
        using var coop = await Contestant.New(Kind.Coop, options.Program);
        await using var server = await coop.StartReady();
        var before = server.WorkingSet() / 1e6;
        var visitors = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Open(server, Pages / 16)));
        await Task.Delay(TimeSpan.FromSeconds(10)); // every stream has been kept alive once, and the collector had time
        var idle = await server.Read();
        await Task.Delay(TimeSpan.FromSeconds(10));
        var later = await server.Read();
        Console.WriteLine("\n### 10,000 open, idle Direct Line streams\n\n| | MB |\n|---|---:|");
        Console.WriteLine(FormattableString.Invariant($"| working set before | {before:F0} |\n| with 10,000 streams | {later.WorkingSet / 1e6:F0} |"));
        Console.WriteLine(FormattableString.Invariant($"\nProcessor while idle: {(later.Cpu - idle.Cpu).TotalSeconds / 10:P1} of one core."));
        Goal.Print([new("working set with 10,000 streams, MB", later.WorkingSet / 1e6, AtMost: 400)]);
        foreach (var visitor in visitors.SelectMany(v => v)) visitor.Dispose();
    }

    private static async Task<List<WebVisitor>> Open(ServerProcess server, int pages)
    {
        var visitors = new List<WebVisitor>(pages);
        using var connection = await Connection.Open(server.Port);
        for (var i = 0; i < pages; i++) visitors.Add(await WebVisitor.Open(server, connection, hasStream: true));
        return visitors;
    }
}
