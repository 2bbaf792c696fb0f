using CoopAssistant.Bot.Understanding;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Tests.Understanding;

public sealed class FaqMatcherTests
{
    private static readonly FaqMatcher Matcher = new(AnswersReader.Read(ContentFolder.Path, "es", ProgrammePackReader.ReadAll(ContentFolder.Path)).All);

    // None of these stands in the file as it is.
    [Theory]
    [InlineData("hay q pagar para registrarse?", "costo")]
    [InlineData("kuanto cuezta", "costo")]
    [InlineData("que documentos nesesito llevar", "requisitos")]
    [InlineData("cuantas mujeres tenemos q ser para la cooperativa", "minimo_socias")]
    [InlineData("mi marido también puede entrar?", "hombres")]
    [InlineData("no tengo cédula vijente", "sin_cedula")]
    [InlineData("van a dar plata", "dinero_ayuda")]
    [InlineData("cuanto tiempo se demora el tramite", "tiempo_tramite")]
    [InlineData("qué es eso de cooperatiba", "que_es_cooperativa")]
    [InlineData("como se reparten las ganansias", "excedentes")]
    [InlineData("me van a quitar el bono?", "perder_subsidio")]
    [InlineData("yo casi no se leer", "no_se_leer")]
    [InlineData("no tengo megas en el celu", "sin_internet")]
    [InlineData("puedo llevar a mis wawas", "hijos_cuidado")]
    [InlineData("dan prestamos?", "prestamo")]
    [InlineData("esto es una estafa?", "es_oficial")]
    [InlineData("para que quieren mi cedula", "datos_seguridad")]
    [InlineData("ya tenemos una asociación, podemos entrar?", "grupo_existente")]
    public void A_frequent_question_is_found_in_her_own_words(string asked, string topic)
    {
        var match = Matcher.Match(asked);

        Assert.Contains(topic, match.Questions.Select(question => question.Topic));
        Assert.Equal(topic, match.Questions[0].Topic);
    }

    [Theory]
    [InlineData("me gusta el color azul")]
    [InlineData("ayer llovió mucho en el pueblo")]
    [InlineData("asdf qwer zxcv")]
    [InlineData("🌻🌻")]
    [InlineData("Robert'); DROP TABLE students;--")]
    public void What_is_no_question_gets_no_answer(string text)
    {
        var match = Matcher.Match(text);

        Assert.False(match.IsSure);
    }

    [Fact]
    public void Every_wording_of_the_content_leads_to_its_own_answer()
    {
        var questions = AnswersReader.Read(ContentFolder.Path, "es", ProgrammePackReader.ReadAll(ContentFolder.Path)).All;

        var astray = questions.SelectMany(question => question.Wordings.Where(wording => Matcher.Match(wording).Questions.All(found => found.Topic != question.Topic)));

        Assert.Empty(astray);
    }
}
