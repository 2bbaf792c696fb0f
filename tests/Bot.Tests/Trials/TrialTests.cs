using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Bot.Trials;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Bot.Tests.Trials;

/// <summary>What staff see when they try a sentence: the real dialogs, with words as published or as drafted.</summary>
public sealed class TrialTests
{
    private static readonly ProgrammePacks Packs = ProgrammePackReader.ReadAll(ContentFolder.Path);
    private static readonly WordsContent Content = new(ContentFolder.Path, BotContentFile.Said);
    private static readonly WordsEdition Shipped = WordsEdition.Of(Content, Packs.All, []);
    private static readonly Understand Bot = new(ContentFolder.Path, new CourseShelf(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceScopeFactory>()), TimeProvider.System);

    [Theory]
    [InlineData(TrialPlace.Menu), InlineData(TrialPlace.FirstMessage), InlineData(TrialPlace.Information), InlineData(TrialPlace.Form), InlineData(TrialPlace.Offices)]
    public async Task Violence_comes_first_from_every_place(TrialPlace place)
    {
        var trial = await Bot.Try(Shipped, "mi marido me pega", "PA", place, default);

        Assert.Equal(TrialReason.Violence, trial.Reason);
        Assert.Contains(trial.Replies, reply => reply.Text.Contains("182", StringComparison.Ordinal));
        Assert.NotNull(trial.Heard.Phrase);
    }

    [Theory]
    [InlineData("cuanto cuesta inscribirse", TrialPlace.Menu, TrialReason.Answer)]
    [InlineData("menu principal", TrialPlace.Information, TrialReason.Word)]
    [InlineData("menú", TrialPlace.Information, TrialReason.Option)]
    [InlineData("1", TrialPlace.Menu, TrialReason.Option)]
    [InlineData("me gusta el color azul", TrialPlace.Menu, TrialReason.NotUnderstood)]
    [InlineData("Ana María", TrialPlace.Form, TrialReason.Place)]
    [InlineData("Coclé", TrialPlace.Offices, TrialReason.Place)]
    [InlineData("quiero hablar con una persona", TrialPlace.Menu, TrialReason.Word)]
    [InlineData("hola", TrialPlace.FirstMessage, TrialReason.Word)]
    public async Task What_decided_the_answer_is_told(string sentence, TrialPlace place, TrialReason reason)
    {
        var trial = await Bot.Try(Shipped, sentence, "PA", place, default);

        Assert.Equal(reason, trial.Reason);
        Assert.NotEmpty(trial.Replies);
    }

    [Fact]
    public async Task A_drafted_way_of_asking_changes_the_answer_only_with_the_drafts()
    {
        const string Sentence = "puedo traer mi gallo de pelea";
        var key = new WordsKey(WordsKind.Answer, "hijos_cuidado", "");
        var answer = (WordsText.Answer)FiledWords.Read(Content.Files, Content, Packs.All)[key];
        var drafted = WordsEdition.Of(Content, Packs.All, [KeyValuePair.Create(key, (WordsText)(answer with { Wordings = [.. answer.Wordings, Sentence], Text = "Los gallos se quedan en casa." }))]);

        var before = await Bot.Try(Shipped, Sentence, "PA", TrialPlace.Menu, default);
        var after = await Bot.Try(drafted, Sentence, "PA", TrialPlace.Menu, default);

        Assert.NotEqual(TrialReason.Answer, before.Reason);
        Assert.Equal(TrialReason.Answer, after.Reason);
        Assert.Equal("Los gallos se quedan en casa.", after.Replies[0].Text);
        Assert.Equal((Sentence, "hijos_cuidado"), (after.Heard.Questions[0].Wording, after.Heard.Questions[0].Topic));
        Assert.InRange(after.Heard.Questions[0].Score, 0.99, 1);
    }

    [Fact]
    public void A_way_of_asking_that_is_a_word_of_the_bot_is_heard_as_that_word()
    {
        Assert.Equal("status", Bot.Hear(Shipped, "estado").Word);
        Assert.True(Bot.Hear(Shipped, "me amenaza mi esposo").IsViolence);
    }
}
