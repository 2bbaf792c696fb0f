using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Programme.Tests.Registrations;

public class FolioTests
{
    [Fact]
    public void A_folio_is_understood_however_it_is_typed()
    {
        for (var i = 0; i < 500; i++)
        {
            var folio = Folio.Draw("BO");
            var digits = folio.Canonical[2..];

            foreach (var typed in new[] { folio.Spoken, folio.Canonical.ToLowerInvariant(), $" bo {digits[..4]} {digits[4..]}. ", $"B0-{digits.Replace('0', 'o').Replace('1', 'l')}", digits })
                Assert.True(Folio.TryParse(typed, "BO", out var read) && read == folio, typed);
        }
    }

    [Fact]
    public void A_wrong_digit_and_two_swapped_neighbours_are_noticed()
    {
        var digits = Folio.Draw("PA").Canonical[2..].ToCharArray();

        for (var i = 0; i < digits.Length; i++)
        {
            var wrong = (char[])digits.Clone();
            wrong[i] = wrong[i] == '9' ? '0' : (char)(wrong[i] + 1);
            Assert.False(Folio.TryParse("PA" + new string(wrong), null, out _));
            if (i == 0 || digits[i] == digits[i - 1]) continue;
            var swapped = (char[])digits.Clone();
            (swapped[i], swapped[i - 1]) = (swapped[i - 1], swapped[i]);
            Assert.False(Folio.TryParse("PA" + new string(swapped), null, out _));
        }
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("hola"), InlineData("PA"), InlineData("12345678901234567890"), InlineData("🙂🙂🙂🙂🙂"), InlineData("PAPAPAPAPA")]
    public void What_is_no_folio_is_not_taken_for_one(string? typed)
    {
        var isFolio = Folio.TryParse(typed, "PA", out _);

        Assert.False(isFolio);
    }
}
