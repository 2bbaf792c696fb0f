using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Messaging.Words;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Tests.Trials;

/// <summary>A running bot says what is published from its next sentence on.</summary>
public sealed class PublishedWordsTests
{
    [Fact]
    public void What_is_published_is_said_and_answered_without_a_restart()
    {
        var packs = ProgrammePackReader.ReadAll(ContentFolder.Path);
        var content = BotContentFile.Load(ContentFolder.Path, packs, AnswersReader.Read(ContentFolder.Path, "es", packs));
        var words = new WordsContent(ContentFolder.Path, BotContentFile.Said);
        var before = content.SpeechFor("PA")[Texts.MenuTitle];

        content.Take(WordsEdition.Of(words, packs.All,
        [
            KeyValuePair.Create(new WordsKey(WordsKind.Text, "menu.title", ""), (WordsText)new WordsText.Said(["¿En qué le ayudo?"])),
            KeyValuePair.Create(new WordsKey(WordsKind.Answer, "gallos", ""), (WordsText)new WordsText.Answer("¿Y los gallos?", ["puedo llevar gallos"], "En casa.", false, null)),
        ]));

        Assert.NotEqual("¿En qué le ayudo?", before);
        Assert.Equal("¿En qué le ayudo?", content.SpeechFor("PA")[Texts.MenuTitle]);
        Assert.Equal("gallos", content.Faq.Match("puedo llevar gallos").Questions[0].Topic);
        Assert.Equal("En casa.", content.Questions.Find("gallos")!.Text);
    }
}
