using CoopAssistant.Bot.Turns;

namespace CoopAssistant.Bot.Tests.Dialogs;

public sealed class EverydayTurnTests
{
    private static readonly string[] ToTheForm = ["hola", "2", "1", "registro", "1", "1"];

    private static readonly string[] Answers =
        ["Ana María", "Pérez Santos", "1988", "Coclé", "Antón", "El Valle", "1, 4", "sí", "12", "8-123-456", "este", "español", "leer", "4826", "4826"];

    [Fact]
    public async Task No_turn_of_the_form_touches_the_database_or_carries_a_change()
    {
        using var chat = new Chat();
        await chat.Says(ToTheForm);

        foreach (var answer in Answers)
        {
            await chat.Says(answer);

            Assert.Equal(TurnResult.Answered, chat.Last.Result);
            Assert.Empty(chat.LastCommit.Changes);
        }
    }

    [Fact]
    public async Task Sending_the_form_carries_the_registration_and_the_link_to_this_phone()
    {
        using var chat = new Chat();
        await chat.Says([.. ToTheForm, .. Answers]);

        var heard = await chat.Says("sí");

        Assert.Matches(@"PA-\d{4}-\d{4}", heard);
        Assert.Equal(2, chat.LastCommit.Changes.Count);
        Assert.Single(chat.State.Participants);
        Assert.Null(chat.State.Form);
    }

    [Fact]
    public async Task A_secret_is_never_handed_on_for_keeping()
    {
        using var chat = new Chat();
        await chat.Says([.. ToTheForm, .. Answers[..^2]]);

        foreach (var secret in Answers[^2..])
        {
            await chat.Says(secret);

            Assert.True(chat.LastCommit.WithholdText);
            Assert.DoesNotContain("4826", System.Text.Encoding.UTF8.GetString(chat.LastCommit.State), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("menú", "¿Qué quiere hacer?")]
    [InlineData("quiero hablar con una persona", "Avisé a una funcionaria")]
    [InlineData("estado", "folio")]
    [InlineData("baja", "¿Quiere que ya no le escribamos?")]
    [InlineData("borrar mis datos", "Borré lo que había respondido")]
    [InlineData("reiniciar", "¿Lo empezamos desde cero?")]
    [InlineData("salir", "Cerré la conversación")]
    [InlineData("ayuda", "Por ejemplo")]
    [InlineData("atrás", "Corrijamos esto")]
    [InlineData("mi esposo me golpea", "Línea de la mujer")]
    public async Task Global_words_work_from_the_middle_of_the_form(string word, string expected)
    {
        using var chat = new Chat();
        await chat.Says([.. ToTheForm, "Ana"]);

        var heard = await chat.Says(word);

        Assert.Contains(expected, heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_amid_the_form_is_answered_and_the_form_goes_on()
    {
        using var chat = new Chat();
        await chat.Says([.. ToTheForm, "Ana", "Pérez", "1988", "Coclé", "Antón"]);

        var heard = await chat.Says("¿eso se paga?");

        Assert.Contains("es gratis", heard, StringComparison.Ordinal);
        Assert.Contains("comunidad", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activities_that_do_not_fit_the_screen_come_on_further_pages_and_keep_their_numbers()
    {
        using var chat = new Chat();
        await chat.Says([.. ToTheForm, .. Answers[..6]]);

        var second = await chat.Says("más");
        await chat.Says("8 y 12");

        Assert.Contains("8. Costura y confección", second, StringComparison.Ordinal);
        Assert.Contains("CON,BEL", chat.State.Form!.Answers.Values.Select(answer => answer?.Value));
    }

    [Theory]
    [InlineData("Coclé", "Antón", "1. Español\n2. Ngäbere\n3. Buglere\n4. Guna", "gym")]
    [InlineData("Emberá-Wounaan", "no sé", "1. Español\n2. Emberá\n3. Wounaan\n4. Ngäbere", "emp")]
    [InlineData("Guna Yala", "no sé", "1. Español\n2. Guna\n3. Ngäbere", "cuk")]
    public async Task The_languages_of_the_place_where_she_lives_are_offered_first_and_her_number_means_what_she_reads(string region, string district, string offered, string second)
    {
        using var chat = new Chat();
        await chat.Says([.. ToTheForm, "Ana", "Pérez", "1988", region, district, "El Valle", "1", "no", "después"]);

        var asked = await chat.Says("este");
        await chat.Says("2");

        Assert.Contains(offered, asked, StringComparison.Ordinal);
        Assert.Equal(second, chat.State.Form!.Answers["idioma"]!.Value);
    }

    [Fact]
    public async Task After_three_refusals_an_example_and_a_person_are_offered()
    {
        using var chat = new Chat();
        await chat.Says([.. ToTheForm, "Ana", "Pérez"]);

        var heard = await chat.Says("xx", "yy", "zz");

        Assert.Contains("Por ejemplo: 1988", heard, StringComparison.Ordinal);
        Assert.Contains("PERSONA", heard, StringComparison.Ordinal);
    }
}
