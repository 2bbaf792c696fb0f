using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Tests.Places;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "anton", 5)]
    [InlineData("anton", "anton", 0)]
    [InlineData("anton", "antn", 1)]
    [InlineData("anton", "antoon", 1)]
    [InlineData("anton", "amton", 1)]
    [InlineData("anton", "atnon", 1)]
    [InlineData("chepo", "chiman", 4)]
    public void Mistakes_are_counted_with_a_swap_as_one(string a, string b, int mistakes)
    {
        Assert.Equal(mistakes, EditDistance.Between(a, b));
        Assert.Equal(mistakes, EditDistance.Between(b, a));
    }

    [Fact]
    public void Long_texts_are_counted_too()
    {
        Assert.Equal(200, EditDistance.Between(new string('a', 300), new string('a', 100)));
    }
}
