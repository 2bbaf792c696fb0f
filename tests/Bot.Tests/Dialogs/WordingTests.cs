using CoopAssistant.Bot.Dialogs;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Tests.Dialogs;

public sealed class WordingTests
{
    [Fact]
    public void Every_text_of_the_dialogs_is_in_the_wording_and_every_text_of_the_wording_is_said()
    {
        var packs = ProgrammePackReader.ReadAll(ContentFolder.Path);

        var problems = BotContentFile.Check(ContentFolder.Path, packs, AnswersReader.Read(ContentFolder.Path, "es", packs));

        Assert.Empty(problems);
    }
}
