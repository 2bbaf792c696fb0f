using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Tests.Identity;

public class PersonNameTests
{
    [Theory]
    [InlineData("  María   Elena ", "María Elena")]
    [InlineData("MARIA ELENA", "Maria Elena")]
    [InlineData("maría de la luz", "María de la Luz")]
    [InlineData("DE LA CRUZ PÉREZ", "De la Cruz Pérez")]
    [InlineData("McKenzie", "McKenzie")]
    [InlineData("ana-lucía", "Ana-Lucía")]
    [InlineData("d'angelo", "D'Angelo")]
    [InlineData("Ñürüm Bäri", "Ñürüm Bäri")]
    [InlineData("ÑÜRÜM", "Ñürüm")]
    [InlineData("tsimaneʼ", "Tsimaneʼ")]
    [InlineData("Me llamo Rosa Quispe.", "Rosa Quispe")]
    [InlineData("hola, soy carmen", "Carmen")]
    [InlineData("Ana 🌸🌸", "Ana")]
    [InlineData("Ana\u0007\u202eluz", "Ana luz")]
    [InlineData("<b>Ana</b>", "<b>Ana</b>")]
    [InlineData("Robert'); DROP TABLE participants;--", "Robert'); DROP TABLE participants")]
    public void Names_are_tidied_up_and_never_mangled(string typed, string kept)
    {
        var name = PersonName.Read(typed);

        Assert.Equal(kept, name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    [InlineData("12345")]
    [InlineData("😀👍🏽")]
    [InlineData("...")]
    [InlineData("¿para qué quiere mi nombre?")]
    [InlineData("https://example.org")]
    public void What_holds_no_name_is_refused(string? typed)
    {
        var name = PersonName.Read(typed);

        Assert.Null(name);
    }
}
