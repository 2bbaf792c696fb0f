using System.Diagnostics;
using CoopAssistant.EndToEnd.Support;
using CoopAssistant.Testing;
using Xunit.Abstractions;

namespace CoopAssistant.EndToEnd.Loop;

/// <summary>
/// kill -9 at random moments, under load from 64 women on WhatsApp and 16 on the web, whose messages come late, twice, twice at the same instant,
/// or in the wrong order. Afterwards every acknowledged message is there once, no reply is lost or doubled, and every conversation has gone on.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 10;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Killed_again_and_again_it_loses_nothing_acknowledged_and_repeats_nothing(DatabaseKind kind)
    {
        var seed = Environment.TickCount & 0xFFFFFF;
        var chance = new Random(seed);
        output.WriteLine($"seed {seed}");
        await using var database = await TestDatabase.CreateEmpty(kind);
        await using var twilio = await TwilioServer.Start();
        using var coop = new CoopProcess([.. CoopProcess.On(database, twilio), "--WebChat:RequestsPerSecond=0", "--only", "bot"]);
        await coop.Start();
        using var crowd = new Crowd(database);
        await crowd.AddOnWhatsApp(64, twilio, coop.BotUrl, seed, coop.BotUrl);
        await crowd.AddOnTheWeb(16, coop.BotUrl, seed);

        using var enough = new CancellationTokenSource();
        crowd.Speak(enough.Token);
        for (var kill = 1; kill <= Kills; kill++)
        {
            if (kill > 1) await coop.Start();
            await Acknowledges(crowd, atLeast: crowd.Size * 3);
            await Task.Delay(chance.Next(800));
            coop.Kill();
            if (kill % 4 != 0) continue;
            coop.Begin(); // and once more while it is still coming up
            await Task.Delay(chance.Next(1_500));
            coop.Kill();
        }
        await coop.Start();
        await enough.CancelAsync();

        await crowd.EverybodyWasServedOnce();
        output.WriteLine($"{crowd.Acknowledged} deliveries acknowledged, {crowd.Duplicates} of them duplicates, {crowd.AtOnce} at the same instant, {twilio.StandIn.Messages.Count} messages at Twilio, {twilio.StandIn.LookUps} looked up");
    }

    /// <summary>Waits until this life of the program has worked under the crowd's load.</summary>
    private static async Task Acknowledges(Crowd crowd, int atLeast)
    {
        var goal = crowd.Acknowledged + atLeast;
        var patience = Stopwatch.StartNew();
        while (crowd.Acknowledged < goal)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), "the crowd is not heard any more");
            await Task.Delay(5);
        }
    }
}
