using System.Collections.Concurrent;
using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Benchmarks.Servers;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>The registration over the web chat beside WhatsApp's: acknowledged like a webhook, and with the replies arriving on open streams.</summary>
internal static class DirectLine
{
    private const string WhatsApp = "WhatsApp", Acknowledged = "Direct Line, until acknowledged", Answered = "Direct Line, until the reply is on the stream";

    public static async Task Run(RunOptions options)
    {
        var results = new Results("Direct Line beside WhatsApp, SQLite, 64 connections");
        using var coop = await Contestant.New(Kind.Coop, options.Program);
        var women = 0L;
        for (var round = 0; round < options.Rounds; round++)
        {
            results.Add(WhatsApp, await Phones(coop, options, () => Woman.Nth(women++)));
            results.Add(Acknowledged, await Browsers(coop, options, () => Woman.Nth(women++), haveStreams: false));
            results.Add(Answered, await Browsers(coop, options, () => Woman.Nth(women++), haveStreams: true));
        }
        results.Print(
            new("Direct Line's turns/s by WhatsApp's", results.Ratio(Acknowledged, WhatsApp, r => r.PerSecond), AtLeast: 0.7),
            new("the same with streams", results.Ratio(Answered, WhatsApp, r => r.PerSecond), AtLeast: 0.7));
    }

    private static async Task<Round> Phones(Contestant contestant, RunOptions options, Func<Woman> next)
    {
        await using var server = await contestant.StartReady();
        return await Round.Measure(server, new Crowd(Dialogue.Registration, next, Round.ByWebhook(server, Dialogue.Registration)), 64, options.WarmUp, options.Time);
    }

    private static async Task<Round> Browsers(Contestant contestant, RunOptions options, Func<Woman> next, bool haveStreams)
    {
        await using var server = await contestant.StartReady();
        var visitors = new ConcurrentDictionary<Woman, WebVisitor>();
        var crowd = new Crowd(Dialogue.WebRegistration, next, async (connection, woman) =>
        {
            if (woman.Acknowledged == 0) visitors[woman] = await WebVisitor.Open(server, connection, haveStreams);
            else await visitors[woman].Say(server, connection, Dialogue.WebRegistration.Text(woman, woman.Acknowledged), woman.Acknowledged);
            if (woman.Acknowledged == Dialogue.WebRegistration.Length - 1) visitors[woman].Dispose();
        });
        var round = await Round.Measure(server, crowd, 64, options.WarmUp, options.Time);
        await Kept.Check(contestant, crowd, woman => visitors.TryGetValue(woman, out var visitor) ? visitor.User : "", "¡Listo, Ana!");
        foreach (var visitor in visitors.Values) visitor.Dispose();
        return round;
    }
}
