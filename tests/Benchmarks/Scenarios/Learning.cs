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
        using var school = await Contestant.New(Kind.Coop, options.Program);
        var lessons = Lessons.Dialogue();
        var women = 0L;
        for (var round = 0; round < options.Rounds; round++)
        {
            await using var registering = await Loaded.Phones(coop, Dialogue.Registration, Next);
            await using var learning = await Loaded.Phones(school, lessons, Next);
            await Loaded.InTurns(options, registering, learning);
            await Kept.Check(coop, registering.Crowd, Kept.PhoneOf, "¡Listo, Ana!");
            await Kept.Check(school, learning.Crowd, Kept.PhoneOf, "¡Terminó la lección");
            results.Add("registration", registering.Round);
            results.Add("lessons", learning.Round);
        }
        results.Print(new Goal("turns/s in lessons by registration", results.Ratio("lessons", "registration", r => r.PerSecond), AtLeast: 0.8));

        Woman Next() => Woman.Nth(women++);
    }
}
