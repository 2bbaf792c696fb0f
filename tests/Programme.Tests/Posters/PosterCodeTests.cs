using CoopAssistant.Programme.Posters;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Tests.Posters;

public class PosterCodeTests
{
    private static readonly PosterCode Code = PosterCode.Draw("PA");

    [Theory]
    [InlineData("Hola ({0})", "Hola")]
    [InlineData("hola {0}", "hola")]
    [InlineData("({0})", "")]
    [InlineData("({0}) quiero registrarme", "quiero registrarme")]
    [InlineData("Hola, buenas ({0}) gracias", "Hola, buenas gracias")]
    public void It_is_found_in_what_she_sends_and_taken_out(string sent, string rest)
    {
        Assert.True(PosterCode.TryFind(sent.Replace("{0}", Code.Text, StringComparison.Ordinal), out var found, out var said));
        Assert.Equal((Code, rest), (found, said));
        Assert.True(PosterCode.TryFind(sent.Replace("{0}", Code.Text.ToLowerInvariant(), StringComparison.Ordinal), out found, out _));
        Assert.Equal(Code, found);
    }

    [Fact]
    public void Any_one_wrong_sign_makes_it_no_code()
    {
        for (var at = 0; at < Code.Text.Length; at++)
        {
            foreach (var wrong in "23456789ABCDEFGHJKLMNPQRSTUVWXYZ-".Where(sign => sign != Code.Text[at]))
            {
                var typed = $"{Code.Text[..at]}{wrong}{Code.Text[(at + 1)..]}";
                Assert.False(PosterCode.TryParse(typed, out _), $"{typed} for {Code}");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("8-123-4567")]
    [InlineData("PA-")]
    [InlineData("GRUPO 482-9135")]
    [InlineData("ASISTENCIA 4829-1")]
    [InlineData("auto-móvil, ex-presidenta y pos-venta")]
    [InlineData("----------")]
    public void What_women_write_is_none(string text) => Assert.False(PosterCode.TryFind(text, out _, out _));

    [Theory]
    [InlineData("{0}-{1}")]
    [InlineData("{0} {1}")]
    [InlineData("mi folio es {0}-{1}.")]
    [InlineData("({0}.{1})")]
    public void No_part_of_a_folio_is_one(string typed)
    {
        for (var drawn = 0; drawn < 20_000; drawn++)
        {
            var folio = Folio.Draw("PA").Spoken;
            var sent = typed.Replace("{0}", folio[..7], StringComparison.Ordinal).Replace("{1}", folio[8..], StringComparison.Ordinal);
            Assert.False(PosterCode.TryFind(sent, out var code, out _), $"{code} in {sent}");
        }
    }

    [Fact]
    public void Within_a_word_or_a_long_text_it_is_none()
    {
        Assert.False(PosterCode.TryFind($"x{Code}", out _, out _));
        Assert.False(PosterCode.TryFind($"{Code}9", out _, out _));
        Assert.False(PosterCode.TryFind($"{Code}-4", out _, out _));
        Assert.False(PosterCode.TryFind(new string('a', 120) + $" {Code}", out _, out _));
    }
}
