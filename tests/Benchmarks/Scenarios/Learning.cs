using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Benchmarks.Servers;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>Turns in lessons beside turns of the registration, in the same run.</summary>
internal static class Learning
{
    public static async Task Run(RunOptions options)
    {
        var results = new Results("Lessons beside the registration, SQLite, 64 connections");
        using var coop = await Contestant.New(Kind.Coop, options.Program);
        var lessons = Lessons.Dialogue();
        var women = 0L;
        for (var round = 0; round < options.Rounds; round++)
        {
            results.Add("registration", await Once(coop, Dialogue.Registration, "¡Listo, Ana!", options, () => Woman.Nth(women++)));
            results.Add("lessons", await Once(coop, lessons, "¡Terminó la lección", options, () => Woman.Nth(women++)));
        }
        results.Print(new Goal("turns/s in lessons by registration", results.Ratio("lessons", "registration", r => r.PerSecond), AtLeast: 0.8));
    }

    private static async Task<Round> Once(Contestant contestant, Dialogue dialogue, string lastWords, RunOptions options, Func<Woman> next)
    {
        await using var server = await contestant.StartReady();
        var crowd = new Crowd(dialogue, next, Round.ByWebhook(server, dialogue));
        var round = await Round.Measure(server, crowd, 64, options.WarmUp, options.Time);
        await Kept.Check(contestant, crowd, Kept.PhoneOf, lastWords);
        return round;
    }
}
