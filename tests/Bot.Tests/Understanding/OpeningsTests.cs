using CoopAssistant.Bot.Understanding;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Tests.Understanding;

public class OpeningsTests
{
    private static readonly HeardPhrases Phrases = HeardPhrases.Read(ContentFolder.Path, "es", new PackProblems());

    [Fact]
    public void Every_phrase_of_the_content_is_opened_by_its_first_word()
    {
        var books = new[] { Phrases.Violence, Phrases.ViolenceAlone }.Concat(Phrases.Intents.SelectMany(intent => new[] { intent.Whole, intent.Within }));
        var phrases = books.SelectMany(book => book.Phrases).ToList();

        Assert.NotEmpty(phrases);
        Assert.All(phrases, phrase =>
        {
            Assert.All(phrase.FirstWords, word => Assert.True(Phrases.Openings.AnyIn(["ana", word])));
            Assert.All(phrase.FirstStems, stem => Assert.True(Phrases.Openings.AnyIn(["ana", stem + "o"])));
        });
    }

    [Fact]
    public void Names_and_places_open_none() => Assert.All(["Rosa", "Quintero", "Chiriquí", "Bugaba"], word => Assert.False(Phrases.Openings.AnyIn(Hearing.SoundsOf(word)), word));
}
