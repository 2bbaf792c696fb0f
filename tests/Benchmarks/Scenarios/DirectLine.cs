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
        using var phones = await Contestant.New(Kind.Coop, options.Program);
        using var browsers = await Contestant.New(Kind.Coop, options.Program);
        using var listeners = await Contestant.New(Kind.Coop, options.Program);
        var women = 0L;
        for (var round = 0; round < options.Rounds; round++)
        {
            await using var calling = await Loaded.Phones(phones, Dialogue.Registration, Next);
            var (visitors, heard) = (new Visitors(), new Visitors());
            await using var browsing = await Browsers(browsers, Next, visitors, haveStreams: false);
            await using var listening = await Browsers(listeners, Next, heard, haveStreams: true);
            await Loaded.InTurns(options, calling, browsing, listening);
            await Check(browsers, browsing.Crowd, visitors);
            await Check(listeners, listening.Crowd, heard);
            results.Add(WhatsApp, calling.Round);
            results.Add(Acknowledged, browsing.Round);
            results.Add(Answered, listening.Round);
        }
        results.Print(
            new("Direct Line's turns/s by WhatsApp's", results.Ratio(Acknowledged, WhatsApp, r => r.PerSecond), AtLeast: 0.7),
            new("the same with streams", results.Ratio(Answered, WhatsApp, r => r.PerSecond), AtLeast: 0.7));

        Woman Next() => Woman.Nth(women++);
    }

    private static async Task<Loaded> Browsers(Contestant contestant, Func<Woman> next, Visitors visitors, bool haveStreams)
    {
        var server = await contestant.StartReady();
        var crowd = new Crowd(Dialogue.WebRegistration, next, async (connection, woman) =>
        {
            if (woman.Acknowledged == 0) visitors[woman] = await WebVisitor.Open(server, connection, haveStreams);
            else await visitors[woman].Say(server, connection, Dialogue.WebRegistration.Text(woman, woman.Acknowledged), woman.Acknowledged);
            if (woman.Acknowledged == Dialogue.WebRegistration.Length - 1) visitors[woman].Dispose();
        });
        return await Loaded.Start(server, crowd, 64);
    }

    private static async Task Check(Contestant contestant, Crowd crowd, Visitors visitors)
    {
        await Kept.Check(contestant, crowd, woman => visitors.TryGetValue(woman, out var visitor) ? visitor.User : "", "¡Listo, Ana!");
        foreach (var visitor in visitors.Values) visitor.Dispose();
    }

    private sealed class Visitors : ConcurrentDictionary<Woman, WebVisitor>;
}
