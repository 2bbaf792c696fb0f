using CoopAssistant.Programme.Registrations.Search;

namespace CoopAssistant.Programme.Tests.Registrations;

public class BitmapTests
{
    [Theory]
    [InlineData(0), InlineData(1), InlineData(4094), InlineData(4095), InlineData(4096), InlineData(4097), InlineData(65_536)]
    public void A_block_is_read_as_it_was_stored_and_never_takes_more_than_its_bits(int count)
    {
        var random = new Random(count);
        var positions = Enumerable.Range(0, BitBlock.Size).OrderBy(_ => random.Next()).Take(count).ToHashSet();
        var bits = new ulong[BitBlock.Longs];
        foreach (var position in positions) bits[position / 64] |= 1UL << (position % 64);

        var stored = BitBlock.Store(bits);
        var read = new Bitmap();
        read.Add(2, stored);

        Assert.Equal(Math.Min(2 * count, BitBlock.Size / 8), stored.Length);
        Assert.Equal(positions.Order().Select(position => (2 * BitBlock.Size) + position), read.Positions);
        Assert.Equal(count, read.Count);
    }

    [Fact]
    public void Union_and_intersection_are_those_of_sets()
    {
        var random = new Random(7);
        HashSet<int> Some() => [.. Enumerable.Range(0, 3000).Select(_ => random.Next(300_000))];
        var (one, other, third) = (Some(), Some(), Some());

        var found = Bitmap.Union([Bitmap.Of(one), Bitmap.Of(other)]).And(Bitmap.Of(third));

        var expected = one.Union(other).Intersect(third).Order().ToList();
        Assert.Equal(expected, found.Positions);
        Assert.Equal(expected.Count, found.Count);
        Assert.All(third, position => Assert.Equal(expected.Contains(position), found.Has(position)));
    }
}
