using CoopAssistant.Programme.Registrations.Search;

namespace CoopAssistant.Programme.Tests.Registrations;

public class SortKeysTests
{
    [Fact]
    public void Names_are_in_the_order_of_their_numbers_where_these_differ()
    {
        var random = new Random(1);
        string Name() => string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => "aabcz 19"[random.Next(8)]));
        for (var n = 0; n < 2_000; n++)
        {
            var (one, other) = (Name(), Name());
            var (first, second) = (SortKeys.OfName(one), SortKeys.OfName(other));
            if (first != second) Assert.Equal(string.CompareOrdinal(one, other) < 0, first < second);
            else if (!one.Concat(other).Any(char.IsAsciiDigit)) Assert.Equal(one[..Math.Min(12, one.Length)], other[..Math.Min(12, other.Length)]);
        }
    }

    [Fact]
    public void The_one_at_a_place_is_the_one_that_would_stand_there_in_order()
    {
        var random = new Random(2);
        for (var n = 0; n < 300; n++)
        {
            var keys = Enumerable.Range(0, random.Next(1, 60)).Select(_ => (long)random.Next(random.Next(1, 90))).ToArray();
            var place = random.Next(keys.Length);
            Assert.Equal(keys.Order().ElementAt(place), SortKeys.At([.. keys], place));
        }
    }
}
