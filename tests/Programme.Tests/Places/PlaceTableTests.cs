using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Places;
using CoopAssistant.Programme.Tests.Packs;

namespace CoopAssistant.Programme.Tests.Places;

/// <summary>Places as women write them (<c>spellings.csv</c>): right is the place meant, at once or among those offered; wrong without asking is never.</summary>
public sealed class PlaceTableTests
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Shipped);
    private static readonly string Table = Path.Combine(ContentFolder.Shipped, "..", "tests", "Programme.Tests", "Places", "spellings.csv");

    /// <param name="Within">A country: she was asked for her province or department. A region: for what lies in it.</param>
    private sealed record Spelling(string Within, string Typed, string Meant)
    {
        public override string ToString() => $"«{Typed}» in {Within}";
    }

    private enum Outcome { AtOnce, Offered, Missed, Wrong }

    [Fact]
    public void At_least_97_of_100_spellings_are_understood_nine_of_ten_at_once_and_none_is_silently_wrong()
    {
        var table = File.ReadLines(Table).Skip(1).Select(line => line.Split(',')).Select(f => new Spelling(f[0], f[1], f[2])).ToList();
        Assert.True(table.Count >= 300, $"The table has {table.Count} spellings.");
        Assert.Equal(table.Count, table.Distinct().Count());

        var outcomes = table.ToLookup(Try);

        Assert.Empty(outcomes[Outcome.Wrong]);
        AssertAtMost(3, outcomes[Outcome.Missed], table.Count);
        AssertAtMost(10, outcomes[Outcome.Offered], table.Count);
    }

    private static void AssertAtMost(int percent, IEnumerable<Spelling> found, int all) =>
        Assert.True(found.Count() * 100 <= all * percent, $"{found.Count()} of {all}: {string.Join("; ", found)}");

    private static Outcome Try(Spelling spelling)
    {
        var places = Packs.Find(spelling.Within[..2])!.Places;
        Assert.True(places.Find(spelling.Meant) is not null, $"There is no place {spelling.Meant}.");
        var match = spelling.Within.Length == 2
            ? places.Matcher.Match(spelling.Typed, level: 1)
            : places.Matcher.Match(spelling.Typed, level: 2, within: spelling.Within);
        return match switch
        {
            PlaceMatch.Exact exact => exact.Place.Code == spelling.Meant ? Outcome.AtOnce : Outcome.Wrong,
            PlaceMatch.Likely likely when likely.Places.Any(place => place.Code == spelling.Meant) => Outcome.Offered,
            _ => Outcome.Missed,
        };
    }
}
