using CoopAssistant.Courses.Playing;

namespace CoopAssistant.Courses.Tests.Playing;

public sealed class ChoiceMatcherTests
{
    [Theory]
    [InlineData("2", 1)]
    [InlineData(" 2. ", 1)]
    [InlineData("2)", 1)]
    [InlineData("la 2", 1)]
    [InlineData("la segunda", 1)]
    [InlineData("Opción dos", 1)]
    [InlineData("creo que es la b", 1)]
    [InlineData("TODAS LAS SOCIAS", 1)]
    [InlineData("todas las sosias", 1)]
    [InlineData("pues todas las socias, digo", 1)]
    [InlineData("el ministerio", 2)]
    [InlineData("ministerio", 2)]
    [InlineData("la que tiene mas plata", 0)]
    [InlineData("la de más plata", null)]
    [InlineData("la", null)]
    [InlineData("4", null)]
    [InlineData("0", null)]
    [InlineData("no sé", null)]
    [InlineData("", null)]
    [InlineData("👍", null)]
    public void A_number_a_letter_or_her_own_words_choose(string text, int? expected)
    {
        var question = ALesson.Ask("¿Quién es la dueña?", "La que tiene más plata", "Todas las socias", "El ministerio");

        Assert.Equal(expected, ChoiceMatcher.Find(question, text));
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("3", 2)]
    [InlineData("40", 0)]
    [InlineData("10", 1)]
    [InlineData("4", 2)]
    [InlineData("son 10", null)]
    public void A_digit_means_the_place_and_any_other_number_the_answer_itself(string text, int? expected)
    {
        var question = ALesson.Ask("Un viaje cuesta 40. ¿Cuánto paga cada una?", "40", "10", "4");

        Assert.Equal(expected, ChoiceMatcher.Find(question, text));
    }

    [Fact]
    public void Words_that_fit_two_answers_choose_none()
    {
        var question = ALesson.Ask("¿Cuándo anoto?", "El mismo día", "El último día", "Cuando me acuerde");

        Assert.Null(ChoiceMatcher.Find(question, "día"));
        Assert.Equal(0, ChoiceMatcher.Find(question, "el mismo dia"));
    }
}
