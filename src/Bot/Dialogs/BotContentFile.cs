using CoopAssistant.Data;
using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Reads what the dialogs say and understand.</summary>
public static class BotContentFile
{
    /// <summary>Every text the dialogs say, by key.</summary>
    public static IReadOnlyCollection<TextKey> Said => Texts.All;

    /// <summary>What must be put right in wording and phrases, by file and line; for the check of all content and before the start.</summary>
    public static IReadOnlyList<PackProblem> Check(string contentPath, ProgrammePacks packs, FrequentQuestions questions)
    {
        var problems = new PackProblems();
        BotContent.Read(contentPath, packs, questions, problems);
        return problems.InOrder();
    }

    /// <exception cref="UnusableSettingException">Something must be put right; the message names each file and line.</exception>
    internal static BotContent Load(string contentPath, ProgrammePacks packs, FrequentQuestions questions, string? whatsApp = null)
    {
        var problems = new PackProblems();
        var content = BotContent.Read(contentPath, packs, questions, problems);
        content.WhatsApp = whatsApp is null ? null : string.Concat(whatsApp.Where(char.IsAsciiDigit));
        return !problems.Any ? content : throw new UnusableSettingException("The content cannot be used:\n" + string.Join('\n', problems.InOrder().Select(problem => problem.ToString())));
    }
}
