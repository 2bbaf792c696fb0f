using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Tests.Packs;

public sealed class AnswersReaderTests
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Shipped);

    [Fact]
    public void A_country_hears_its_own_answer_where_it_has_one()
    {
        var least = AnswersReader.Read(ContentFolder.Shipped, "es", Packs).Find("minimo_socias")!;

        Assert.Contains("20 personas", least.For("PA"), StringComparison.Ordinal);
        Assert.Contains("10 personas", least.For("BO"), StringComparison.Ordinal);
        Assert.Equal(least.Text, least.For(null));
    }

    [Fact]
    public void Every_answer_of_an_unconfirmed_fact_has_a_review_date_and_says_to_confirm_it()
    {
        var uncertain = AnswersReader.Read(ContentFolder.Shipped, "es", Packs).All.Where(question => question.Review is not null).ToList();

        Assert.NotEmpty(uncertain);
        Assert.All(uncertain, question => Assert.Contains("{confirme}", question.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("topic: requisitos", "topic: costo", 0, "\"costo\" comes twice")]
    [InlineData("      - cuanto cobran\n", "      - cuánto cobran\n      - cuanto cobran\n", 1, "already stands under \"costo\"")]
    [InlineData("      BO: Registrarse", "      XX: Registrarse", 0, "no programme of a country \"XX\"")]
    [InlineData("Más adelante, para fundar la cooperativa, su {documento}", "Más adelante, para fundar la cooperativa, su {carnet}", 0, "Nobody fills {carnet} here")]
    [InlineData("    unconfirmed: true\n    review: 2027-02-28\n", "    unconfirmed: true\n", 0, "needs a review date")]
    [InlineData("Nadie debe cobrarle por inscribirla. {confirme}", "Nadie debe cobrarle por inscribirla.", 0, "end the text with {confirme}")]
    [InlineData("ponga lo que ponga.", "ponga lo que ponga, {oficina}, {oficina}, {oficina}, {oficina}.", 0, "at most 300")]
    public void A_mistake_in_the_answers_is_named_with_its_line(string old, string changed, int linesBelow, string says)
    {
        using var content = ContentFolder.Copy();
        var line = content.Replace("answers/es.yaml", old, changed);

        var answers = AnswersReader.Read(content.Path, "es", Packs);

        Assert.Contains(answers.Problems, problem =>
            problem.File == "answers/es.yaml" && problem.Line == line + linesBelow && problem.Message.Contains(says, StringComparison.Ordinal));
    }
}
