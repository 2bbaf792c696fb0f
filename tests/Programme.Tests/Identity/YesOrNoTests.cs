using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Tests.Identity;

public class YesOrNoTests
{
    [Theory]
    [InlineData("sí"), InlineData("Si"), InlineData("SIIII"), InlineData("sipi"), InlineData("sip"), InlineData("claro"), InlineData("claro que sí")]
    [InlineData("sí pues"), InlineData("pues sí"), InlineData("ya"), InlineData("ya pues"), InlineData("ya tengo"), InlineData("dale"), InlineData("ok")]
    [InlineData("okey"), InlineData("de acuerdo"), InlineData("Estoy de acuerdo."), InlineData("por supuesto"), InlineData("¡cómo no!"), InlineData("así es")]
    [InlineData("sí, no hay problema"), InlineData("sí claro, tengo un grupo"), InlineData("👍"), InlineData("👍🏽👍🏽"), InlineData("✅"), InlineData("arí"), InlineData("tengo uno"), InlineData("somos doce"), InlineData("todo bien, gracias")]
    [InlineData("1"), InlineData("1."), InlineData("uno"), InlineData("la primera"), InlineData("yes"), InlineData("perdón, sí"), InlineData("ay sí, claro")]
    public void Yes_is_understood_in_many_wordings(string typed)
    {
        var answer = YesOrNo.ReadNumbered(typed);

        Assert.True(answer);
    }

    [Theory]
    [InlineData("no"), InlineData("NOOO"), InlineData("nop"), InlineData("nel"), InlineData("no pues"), InlineData("no, gracias"), InlineData("todavía no")]
    [InlineData("ya no"), InlineData("claro que no"), InlineData("por supuesto que no"), InlineData("creo que no"), InlineData("para nada"), InlineData("nunca")]
    [InlineData("no tengo"), InlineData("👎"), InlineData("❌"), InlineData("janiwa"), InlineData("2"), InlineData("2)"), InlineData("dos"), InlineData("la segunda"), InlineData("disculpe, no")]
    public void No_is_understood_in_many_wordings(string typed)
    {
        var answer = YesOrNo.ReadNumbered(typed);

        Assert.False(answer);
    }

    [Theory]
    [InlineData("no sé"), InlineData("nose"), InlineData("no entiendo"), InlineData("3"), InlineData(""), InlineData("🙂"), InlineData("tal vez"), InlineData("María"), InlineData("perdón"), InlineData("ay, no sé")]
    public void What_is_neither_is_not_guessed_at(string typed)
    {
        var answer = YesOrNo.ReadNumbered(typed);

        Assert.Null(answer);
    }
}
