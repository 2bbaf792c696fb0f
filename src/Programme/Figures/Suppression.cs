namespace CoopAssistant.Programme.Figures;

/// <summary>
/// Keeps small numbers of women out of a table that others read. A cell of 1 to one below the smallest is hidden; then as many more, the
/// smallest first and equal ones together, until nothing hidden can be computed from the total, not even by who knows this rule. Where
/// nothing but noughts would be left, the whole table is withheld, with its total. None (0) is told else: it says nothing about anybody.
/// </summary>
public static class Suppression
{
    public const int Smallest = 5;

    /// <param name="Cells">In the order given; null where hidden.</param>
    /// <param name="Total">Of all cells; null where the table is withheld: then so are all cells.</param>
    public sealed record Table(IReadOnlyList<int?> Cells, int? Total);

    /// <param name="cells">Counts that make up the total, none below 0.</param>
    /// <param name="smallest">Least number of women a shown cell may have, from 3: of a hidden cell below 2 everybody would know that it is 1.</param>
    public static Table Of(IReadOnlyList<int> cells, int smallest = Smallest)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentOutOfRangeException.ThrowIfLessThan(smallest, 3);
        var hidden = cells.Select(count => count > 0 && count < smallest).ToArray();
        if (!hidden.Contains(true)) return new([.. cells.Select(count => (int?)count)], cells.Sum());
        while (!IsSafe(cells, hidden, smallest) && SmallestShown(cells, hidden) is { } next)
            for (var at = 0; at < cells.Count; at++)
                hidden[at] |= cells[at] == next;
        var isWithheld = SmallestShown(cells, hidden) is null;
        return new([.. cells.Select((count, at) => hidden[at] || isWithheld ? (int?)null : count)], isWithheld ? null : cells.Sum());
    }

    /// <summary>One number alone, such as a stage of the funnel.</summary>
    public static int? Of(int count, int smallest = Smallest) => count > 0 && count < smallest ? null : count;

    /// <summary>Two cells at least, together not fewer than the smallest, and their sum not one that only equal cells make: all 1, or all one below the smallest.</summary>
    private static bool IsSafe(IReadOnlyList<int> cells, bool[] hidden, int smallest)
    {
        var (count, sum) = (0, 0);
        for (var at = 0; at < cells.Count; at++)
            if (hidden[at]) (count, sum) = (count + 1, sum + cells[at]);
        return count >= 2 && sum >= smallest && sum > count && sum != count * (smallest - 1);
    }

    /// <summary>Null where nothing but noughts is shown.</summary>
    private static int? SmallestShown(IReadOnlyList<int> cells, bool[] hidden) =>
        cells.Where((count, at) => count > 0 && !hidden[at]).Select(count => (int?)count).Min();
}
