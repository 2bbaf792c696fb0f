using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Benchmarks.Servers;
using CoopAssistant.Testing;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>The registration dialogue by signed webhooks, beside both references, at 64 and at 512 connections; on SQLite or PostgreSQL.</summary>
internal static class Registration
{
    private const string Many = "coop, 512 connections";

    public static async Task Run(RunOptions options, PostgresServer? postgres)
    {
        var results = new Results(postgres is null ? "Registration on SQLite, 64 connections" : "Registration on PostgreSQL, 64 connections");
        using var coop = await Contestant.New(Kind.Coop, options.Program, postgres);
        using var crowded = await Contestant.New(Kind.Coop, options.Program, postgres);
        using var bound = await Contestant.New(Kind.Bound, options.Program, postgres);
        using var plain = await Contestant.New(Kind.ContextPerTurn, options.Program, postgres);
        var women = 0L;
        for (var round = 0; round < options.Rounds; round++)
        {
            await using var one = await Loaded.Phones(coop, Dialogue.Registration, Next);
            await using var two = await Loaded.Phones(bound, Dialogue.Registration, Next);
            await using var three = await Loaded.Phones(crowded, Dialogue.Registration, Next, connections: 512);
            await using var four = await Loaded.Phones(plain, Dialogue.Registration, Next);
            await Loaded.InTurns(options, one, two, three, four);
            foreach (var (contestant, loaded, name) in new[] { (coop, one, coop.Name), (bound, two, bound.Name), (crowded, three, Many), (plain, four, plain.Name) })
            {
                await Kept.Check(contestant, loaded.Crowd, Kept.PhoneOf, "¡Listo, Ana!");
                results.Add(name, loaded.Round);
            }
        }

        Goal[] goals =
        [
            new("turns/s by (a)", results.Ratio(coop.Name, plain.Name, r => r.PerSecond), AtLeast: 10),
            new("turns/s by (b)", results.Ratio(coop.Name, bound.Name, r => r.PerSecond), AtLeast: 0.5),
            new("CPU per turn by (b)", results.Ratio(coop.Name, bound.Name, r => r.CpuMicroseconds), AtMost: 3),
            new("p99 by (b)", results.Ratio(coop.Name, bound.Name, r => r.P99), AtMost: 2),
            new("turns/s at 512 connections by 64", results.Ratio(Many, coop.Name, r => r.PerSecond), AtLeast: 1),
            new("working set, MiB", results.Median(coop.Name, r => r.WorkingSetMegabytes), AtMost: 200),
        ];
        results.Print(postgres is null ? goals : [new("turns/s by (b)", results.Ratio(coop.Name, bound.Name, r => r.PerSecond), AtLeast: 0.45), .. goals[2..5]]);

        Woman Next() => Woman.Nth(women++);
    }
}
