using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Tests.Packs;

public sealed class PlaceholdersTests
{
    private static readonly Dictionary<string, string> Values = new() { ["folio"] = "PA-4829-1736", ["oficina"] = " " };

    [Theory]
    [InlineData("Su folio es {folio}.", "Su folio es PA-4829-1736.")]
    [InlineData("{folio}{folio}", "PA-4829-1736PA-4829-1736")]
    [InlineData("Falta {dato}.", "Falta {dato}.")]
    [InlineData("{ folio } {Folio} {}", "{ folio } {Folio} {}")]
    [InlineData("Nada", "Nada")]
    public void Known_names_are_filled_and_others_stay(string text, string filled)
    {
        Assert.Equal(filled, Placeholders.Fill(text, Values));
    }

    [Fact]
    public void A_value_with_braces_is_not_filled_again()
    {
        Assert.Equal("{folio}", Placeholders.Fill("{nombre}", new Dictionary<string, string> { ["nombre"] = "{folio}", ["folio"] = "secreto" }));
    }

    [Theory]
    [InlineData("{folio}", true)]
    [InlineData("{folio} {dato}", false)]
    [InlineData("{oficina}", false)]
    [InlineData("Nada", true)]
    public void A_text_can_be_filled_where_every_value_is_there_and_not_blank(string text, bool can)
    {
        Assert.Equal(can, Placeholders.CanFill(text, Values));
    }
}
