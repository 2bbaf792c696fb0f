using System.Globalization;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Tests.Packs;

namespace CoopAssistant.Programme.Tests.FollowUps;

public sealed class FollowUpFiguresTests
{
    private static readonly DateOnly Today = new(2027, 6, 1);
    private static readonly ProgrammePack Pack = ProgrammePackReader.ReadAll(ContentFolder.Shipped).Find("PA")!;

    [Fact]
    public void Sums_averages_and_baselines_are_of_the_cooperatives_that_answered()
    {
        var figures = Of([.. Enumerable.Range(0, 4).Select(n => Told("PA-2", ("socias_activas", 20 + n), ("ventas", 100 * n))), Told("PA-2", ("socias_activas", 10))]);

        var (members, sales) = (Amount(figures, "socias_activas"), Amount(figures, "ventas"));
        Assert.Equal((5, 96L, 19L, 5, 60L, 96L), (members.Answered, members.Sum!.Value, members.Average!.Value, members.Compared, members.Baseline!.Value, members.Now!.Value));
        Assert.Equal((4, 600L, 150L, null), (sales.Answered, sales.Sum!.Value, sales.Average!.Value, sales.Baseline));
    }

    [Fact]
    public void The_money_of_fewer_than_three_cooperatives_is_hidden_and_what_would_tell_it()
    {
        var figures = Of([.. Several("PA-2", 5, ("ventas", 100)), .. Several("PA-4", 4, ("ventas", 10)), .. Several("PA-9", 1, ("ventas", 7)), .. Several("PA-1", 9, ("ventas", 1))]);

        var sales = Amount(figures, "ventas");
        Assert.Equal(556, sales.Sum);
        Assert.Equal([("PA-1", 9L), ("PA-2", 500L), ("PA-4", null), ("PA-9", null)], sales.Parts[FollowUpSplit.Region].Select(part => (part.Code, part.Sum)));
    }

    [Fact]
    public void Where_hiding_parts_is_not_enough_the_total_is_hidden_in_every_table()
    {
        var figures = Of([.. Several("PA-2", 2, ("ventas", 100))]);

        var sales = Amount(figures, "ventas");
        Assert.Equal((2, null, null), (sales.Answered, sales.Sum, sales.Average));
        Assert.All(sales.Parts.Values.SelectMany(parts => parts), part => Assert.Null(part.Sum));
    }

    [Fact]
    public void Few_persons_are_hidden_though_their_cooperatives_are_many()
    {
        var figures = Of([.. Several("PA-2", 3, ("mujeres_directiva", 1)), .. Several("PA-4", 5, ("mujeres_directiva", 5)), .. Several("PA-9", 5, ("mujeres_directiva", 9))]);

        var officers = Amount(figures, "mujeres_directiva").Parts[FollowUpSplit.Region];
        Assert.Equal([("PA-2", null), ("PA-4", null), ("PA-9", 45L)], officers.Select(part => (part.Code, part.Sum)));
    }

    [Fact]
    public void Women_are_told_by_the_kind_of_territory_without_small_cells()
    {
        FollowUpNumbers.Woman[] In(string? territory, int count) => [.. Enumerable.Repeat(new FollowUpNumbers.Woman(1980, "es") { Territory = territory }, count)];

        var enough = FollowUpFigures.Of(new(Pack, 1, [], [.. In("comarca", 8), .. In("provincia", 20)]), Today).Territories;
        var few = FollowUpFigures.Of(new(Pack, 1, [], [.. In("comarca", 2), .. In("provincia", 20), .. In(null, 7)]), Today).Territories;

        Assert.Equal([("comarca", 8), ("provincia", 20)], enough.Cells.Select(cell => (cell.Code, cell.Count!.Value)));
        Assert.Equal([("comarca", null), ("provincia", (int?)20), ("", null)], few.Cells.Select(cell => (cell.Code, cell.Count)));
    }

    [Theory]
    [InlineData("PA", "PA-NB.nole-duima", "comarca")]
    [InlineData("PA", "PA-NB", "comarca")]
    [InlineData("PA", "PA-2.anton", "provincia")]
    [InlineData("BO", "BO-L.020101", "municipio")]
    [InlineData("BO", "BO-L", null)] // the department alone does not tell
    [InlineData("PA", "PA-99", null)]
    public void The_kind_of_territory_is_that_of_the_level_at_which_the_country_has_several(string country, string place, string? kind) =>
        Assert.Equal(kind, ProgrammePackReader.ReadAll(ContentFolder.Shipped).Find(country)!.Places.TerritoryKind(place));

    [Fact]
    public void Every_indigenous_autonomy_of_Bolivia_is_told_apart() =>
        Assert.Equal(8, ProgrammePackReader.ReadAll(ContentFolder.Shipped).Find("BO")!.Places is var places ? places.All.Count(place => places.TerritoryKind(place.Code) == "AIOC") : 0);

    [Fact]
    public void Women_are_told_by_age_and_language_without_small_cells()
    {
        FollowUpNumbers.Woman[] women = [.. Enumerable.Repeat(new FollowUpNumbers.Woman(1980, "es"), 9), .. Enumerable.Repeat(new FollowUpNumbers.Woman(2000, "gym"), 6), new(1950, "gym"), new(null, "es")];

        var figures = FollowUpFigures.Of(new(Pack, 1, [], women), Today);

        Assert.Equal([("18", null), ("30", null), ("45", 9), ("60", null), ("", null)], figures.Ages.Cells.Select(cell => (cell.Code, cell.Code is "30" ? null : cell.Count)));
        Assert.Equal([("es", 10), ("gym", 7)], figures.Languages.Cells.Select(cell => (cell.Code, cell.Count!.Value)));
    }

    [Theory]
    [InlineData(21), InlineData(22), InlineData(23)]
    public void Whatever_is_told_no_small_part_is_shown_and_a_total_hides_with_what_it_would_tell(int seed)
    {
        var random = new Random(seed);
        string[] regions = ["PA-1", "PA-2", "PA-3", "PA-4"];
        for (var i = 0; i < 300; i++)
        {
            var rounds = Enumerable.Range(0, random.Next(1, 25)).Select(_ => Told(regions[random.Next(random.Next(1, 5))], ("socias_activas", random.Next(4)), ("ventas", random.Next(1000)))).ToList();

            var figures = Of(rounds);

            foreach (var amount in figures.Amounts)
                foreach (var parts in amount.Parts.Values)
                {
                    var hidden = parts.Where(part => part.Sum is null).ToList();
                    Assert.All(parts.Where(part => part.Sum is not null), part => Assert.True(part.Cooperatives >= FollowUpFigures.FewestCooperatives));
                    if (amount.Indicator.CountsPeople) Assert.All(parts, part => Assert.False(part.Sum is > 0 and < 5));
                    if (amount.Sum is not null) Assert.NotEqual(1, hidden.Count);
                    else Assert.Null(amount.Average);
                }
        }
    }

    private static FollowUpFigures Of(IReadOnlyList<FollowUpNumbers.Told> rounds) => FollowUpFigures.Of(new(Pack, rounds.Count, rounds, []), Today);

    private static FollowUpFigures.Amount Amount(FollowUpFigures figures, string indicator) => figures.Amounts.Single(amount => amount.Indicator.Id == indicator);

    private static IEnumerable<FollowUpNumbers.Told> Several(string region, int count, params (string Indicator, int Value)[] values) => Enumerable.Range(0, count).Select(_ => Told(region, values));

    private static FollowUpNumbers.Told Told(string region, params (string Indicator, int Value)[] values) => new(
        new GroupId(Guid.NewGuid()), region, "TEX", 3, values.ToDictionary(v => v.Indicator, v => v.Value.ToString(CultureInfo.InvariantCulture)), new Dictionary<string, string> { ["socias_activas"] = "12" });
}
