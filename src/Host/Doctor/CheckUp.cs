using CoopAssistant.Bot.Turns;
using CoopAssistant.Data;
using CoopAssistant.Host.Commands;
using CoopAssistant.Host.Serving;

namespace CoopAssistant.Host.Doctor;

/// <summary>Looks at every part as the start would use it, and prints one line for each. Goes on where a part is wrong, as far as others do not need it.</summary>
internal static class CheckUp
{
    public static async Task<int> Run(string[] settings, TextWriter to, CancellationToken cancel)
    {
        var isWell = true;
        await foreach (var finding in Findings(settings, cancel))
        {
            isWell &= finding.Grade != Grade.Wrong;
            await to.WriteLineAsync($"{Mark(finding.Grade)}  {finding.Part,-10}{finding.Sentence}");
        }
        await to.WriteLineAsync(isWell ? "\nEverything is in place." : "\nSomething has to be put right before it can serve.");
        return isWell ? CommandRunner.Done : CommandRunner.Refused;
    }

    private static async IAsyncEnumerable<Finding> Findings(string[] settings, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        WebApplication? bot = null;
        List<Finding> trouble = [];
        try
        {
            bot = Built(settings);
        }
        catch (Exception wrong) when (wrong is WrongSettingException or UnusableSettingException)
        {
            trouble.AddRange(wrong.Message.Split('\n').Select(sentence => new Finding(Grade.Wrong, "Settings", sentence)));
        }
        foreach (var finding in trouble) yield return finding;
        if (bot is null) yield break;

        await using (bot)
        {
            yield return new Finding(Grade.Fine, "Settings", $"can be read; content from {Settings.ContentPath(bot.Configuration)}.");
            var database = await DatabaseCheckUp.Look(bot.Services, cancel);
            foreach (var finding in database) yield return finding;
            await foreach (var finding in TwilioCheckUp.Look(bot.Services, cancel)) yield return finding;
            yield return WebCheckUp.Look(bot.Configuration, bot.Environment);
        }
    }

    /// <summary>The bot as it would start, without starting it; every setting is read.</summary>
    private static WebApplication Built(string[] settings)
    {
        Settings.FaceUrl(Settings.NewBuilder(settings).Configuration, "Admin:Url");
        var bot = BotFace.Build(settings);
        _ = bot.Services.GetRequiredService<IConductor>();
        return bot;
    }

    private static string Mark(Grade grade) => grade switch { Grade.Fine => "ok   ", Grade.Note => "note ", _ => "WRONG" };
}
