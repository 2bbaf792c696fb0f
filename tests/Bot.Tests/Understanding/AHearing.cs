using CoopAssistant.Bot.Understanding;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Tests.Understanding;

internal static class AHearing
{
    /// <summary>With the phrases that ship. Fails where they cannot be read.</summary>
    public static Hearing OfTheContent()
    {
        var problems = new PackProblems();
        var phrases = HeardPhrases.Read(ContentFolder.Path, "es", problems);
        Assert.Empty(problems.InOrder());
        return new Hearing(phrases);
    }
}
