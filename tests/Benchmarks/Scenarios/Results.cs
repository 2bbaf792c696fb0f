namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>All rounds of a scenario, and the table they make: medians, and medians of the ratios within each round.</summary>
internal sealed class Results(string title)
{
    private readonly List<(string Name, List<Round> Rounds)> _rows = [];

    public void Add(string name, Round round)
    {
        var row = _rows.Find(r => r.Name == name);
        if (row.Rounds is null) _rows.Add(row = (name, []));
        row.Rounds.Add(round);
        Console.Error.WriteLine(FormattableString.Invariant($"  {title}: {name} {round.PerSecond:F0}/s p50 {round.P50:F1} p99 {round.P99:F1} ms, {round.CpuMicroseconds:F0} µs, {round.AllocatedKilobytes:F1} kB, {round.WorkingSetMegabytes:F0} MiB"));
    }

    public double Median(string name, Func<Round, double> of) => MedianOf(_rows.Find(r => r.Name == name).Rounds.Select(of));

    /// <summary>Median over the rounds of one's figure by the other's in the same round.</summary>
    public double Ratio(string name, string other, Func<Round, double> of)
    {
        var (mine, its) = (_rows.Find(r => r.Name == name).Rounds, _rows.Find(r => r.Name == other).Rounds);
        return MedianOf(mine.Zip(its, (a, b) => of(a) / of(b)));
    }

    public void Print(params Goal[] goals)
    {
        Console.WriteLine($"\n### {title}\n");
        Console.WriteLine("| | turns/s | p50 ms | p99 ms | CPU µs/turn | allocated kB/turn | working set MiB |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, _) in _rows)
            Console.WriteLine(FormattableString.Invariant($"| {name} | {Median(name, r => r.PerSecond):F0} | {Median(name, r => r.P50):F1} | {Median(name, r => r.P99):F1} | {Median(name, r => r.CpuMicroseconds):F0} | {Median(name, r => r.AllocatedKilobytes):F1} | {Median(name, r => r.WorkingSetMegabytes):F0} |"));
        Goal.Print(goals);
    }

    public static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>A figure and what it should be.</summary>
/// <param name="AtLeast">Null where it should be at most <paramref name="AtMost"/>.</param>
internal sealed record Goal(string What, double Value, double? AtLeast = null, double? AtMost = null)
{
    public static void Print(IReadOnlyCollection<Goal> goals)
    {
        if (goals.Count == 0) return;
        Console.WriteLine("\n| goal | asked | measured | |");
        Console.WriteLine("|---|---:|---:|---|");
        foreach (var goal in goals) Console.WriteLine(goal.Row());
    }

    private string Row()
    {
        var asked = AtLeast is { } least ? FormattableString.Invariant($"≥ {least:0.##}") : FormattableString.Invariant($"≤ {AtMost:0.##}");
        var isReached = AtLeast is not null ? Value >= AtLeast : Value <= AtMost;
        return FormattableString.Invariant($"| {What} | {asked} | {Value:0.##} | {(isReached ? "reached" : "**missed**")} |");
    }
}
