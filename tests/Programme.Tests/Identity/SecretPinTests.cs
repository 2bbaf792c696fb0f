using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Participants;

namespace CoopAssistant.Programme.Tests.Identity;

public class SecretPinTests
{
    [Theory]
    [InlineData("4826"), InlineData("4 8 2 6"), InlineData("mi clave es 4826."), InlineData("48-26"), InlineData("cuatro ocho dos seis")]
    public void Four_digits_are_found_however_written(string typed)
    {
        var pin = SecretPin.Read(typed, 4);

        Assert.Equal("4826", pin);
    }

    [Theory]
    [InlineData("482"), InlineData("48261"), InlineData("hola"), InlineData(""), InlineData(null)]
    public void Anything_else_is_no_pin(string? typed)
    {
        var pin = SecretPin.Read(typed, 4);

        Assert.Null(pin);
    }

    [Theory]
    [InlineData("0000", true), InlineData("1234", true), InlineData("4321", true), InlineData("7777", true), InlineData("1988", true)]
    [InlineData("4826", false), InlineData("1987", false), InlineData("1223", false)]
    public void A_pin_that_anybody_would_try_is_weak(string pin, bool weak)
    {
        var isWeak = SecretPin.IsWeak(pin, birthYear: 1988);

        Assert.Equal(weak, isWeak);
    }

    [Fact]
    public void A_hash_matches_its_pin_only_and_never_repeats()
    {
        var (first, second) = (Pin.Hash("4826"), Pin.Hash("4826"));

        Assert.True(Pin.Matches("4826", first));
        Assert.False(Pin.Matches("4827", first));
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData(""), InlineData("a.b"), InlineData("1000.x.y"), InlineData("-1.AAAA.AAAA"), InlineData("0.AAAA.AAAA"), InlineData("1000..")]
    public void A_hash_that_is_not_ours_matches_nothing(string hash)
    {
        var matches = Pin.Matches("4826", hash);

        Assert.False(matches);
    }

    [Fact]
    public void A_seal_holds_between_saying_and_repeating()
    {
        var seal = Pin.Seal("4826");

        Assert.True(Pin.IsSealed("4826", seal));
        Assert.False(Pin.IsSealed("4827", seal));
        Assert.False(Pin.IsSealed("4826", "nonsense that is no seal at all"));
        Assert.DoesNotContain("4826", seal);
    }
}
