using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Tests.Identity;

public class PlainTests
{
    [Theory]
    [InlineData("Ngäbe-Buglé", "ngabe bugle")]
    [InlineData("  ÑÜRÜM,  ¡sí! ", "nurum si")]
    [InlineData("D'Angelo Tsimaneʼ", "dangelo tsimane")]
    [InlineData("Café​ con leche", "cafe con leche")]
    [InlineData("👍", "")]
    [InlineData(null, "")]
    public void Accents_capitals_and_punctuation_do_not_count(string? text, string plain)
    {
        var compared = Plain.Of(text);

        Assert.Equal(plain, compared);
    }

    [Theory]
    [InlineData("PA-4829-1736", "pa48291736")]
    [InlineData("+507 6123-4567", "50761234567")]
    public void Codes_and_numbers_lose_their_separators(string text, string squeezed)
    {
        var compared = Plain.Squeezed(text);

        Assert.Equal(squeezed, compared);
    }
}
