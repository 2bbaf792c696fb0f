using CoopAssistant.Programme.Figures;

namespace CoopAssistant.Programme.Tests.Figures;

public sealed class SuppressionTests
{
    [Theory]
    [InlineData("12 30 7", "12 30 7 = 49")]
    [InlineData("12 0 7", "12 0 7 = 19")]
    [InlineData("", "= 0")]
    [InlineData("12 3 30 7", "12 ? 30 ? = 52")]
    [InlineData("12 3 30 4", "12 ? 30 ? = 49")]
    [InlineData("12 4 30 4", "? ? 30 ? = 50")]
    [InlineData("12 1 30 1", "? ? 30 ? = 44")]
    [InlineData("7 3 7 30 0", "? ? ? 30 0 = 47")]
    [InlineData("3 0 0", "? ? ? = ?")]
    [InlineData("3 9", "? ? = ?")]
    [InlineData("1 1 1 1 1", "? ? ? ? ? = ?")]
    public void Small_cells_are_hidden_and_what_they_could_be_computed_from(string cells, string shown) =>
        Assert.Equal(shown, Say(Suppression.Of(Numbers(cells))));

    /// <summary>
    /// Whoever knows the rule, and the total even of a withheld table, tries every table that would look the same: no hidden cell has just
    /// one value in all of them.
    /// </summary>
    [Theory]
    [InlineData(3, 2, 14)]
    [InlineData(3, 3, 14)]
    [InlineData(3, 4, 10)]
    [InlineData(4, 3, 18)]
    [InlineData(5, 3, 20)]
    [InlineData(5, 4, 15)]
    [InlineData(6, 3, 22)]
    public void No_hidden_cell_can_be_computed_even_by_who_knows_the_rule(int smallest, int cells, int largestTotal)
    {
        var tables = All(cells, largestTotal).Where(table => table.Sum() <= largestTotal).Select(table => (Table: table, Shown: (Say(Suppression.Of(table, smallest)), table.Sum())));
        foreach (var alike in tables.GroupBy(table => table.Shown))
            for (var cell = 0; cell < cells; cell++)
                if (alike.Key.Item1.Split(' ')[cell] == "?")
                    Assert.True(alike.Select(table => table.Table[cell]).Distinct().Count() > 1, $"Cell {cell} of {alike.Key} with smallest {smallest} can only be {alike.First().Table[cell]}.");
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void No_small_cell_is_ever_shown_and_hidden_ones_come_in_company(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++)
        {
            var cells = Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(3) == 0 ? 0 : random.Next(random.Next(1, 200))).ToArray();
            var smallest = random.Next(3, 20);

            var shown = Suppression.Of(cells, smallest);

            Assert.DoesNotContain(shown.Cells, cell => cell > 0 && cell < smallest);
            Assert.All(shown.Cells.Zip(cells), pair => Assert.True(pair.First is null || pair.First == pair.Second));
            if (shown.Total is not { } total)
            {
                Assert.All(shown.Cells, cell => Assert.Null(cell));
                continue;
            }
            Assert.All(shown.Cells.Zip(cells), pair => Assert.True(pair.Second > 0 || pair.First == 0));
            Assert.Equal(cells.Sum(), total);
            var hidden = shown.Cells.Zip(cells).Where(pair => pair.First is null).Select(pair => pair.Second).ToList();
            Assert.True(hidden.Count == 0 || (hidden.Count > 1 && hidden.Sum() >= smallest && hidden.Sum() > hidden.Count));
        }
    }

    private static IEnumerable<int[]> All(int cells, int largest) =>
        cells == 0 ? [[]] : All(cells - 1, largest).SelectMany(rest => Enumerable.Range(0, largest + 1).Select(count => (int[])[.. rest, count]));

    private static int[] Numbers(string cells) => [.. cells.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    private static string Say(Suppression.Table table) =>
        string.Join(' ', table.Cells.Select(cell => cell?.ToString() ?? "?").Append($"= {table.Total?.ToString() ?? "?"}"));
}
