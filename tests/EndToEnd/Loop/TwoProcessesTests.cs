using CoopAssistant.EndToEnd.Support;
using CoopAssistant.Testing;

namespace CoopAssistant.EndToEnd.Loop;

public sealed class TwoProcessesTests
{
    private const string PublicUrl = "http://chat.example";

    [Fact]
    public async Task Two_bot_processes_on_one_PostgreSQL_serve_the_same_women_as_one_would()
    {
        await using var database = await TestDatabase.CreateEmpty(DatabaseKind.Postgres);
        await using var twilio = await TwilioServer.Start();
        string[] settings = [.. CoopProcess.On(database, twilio), $"--Bot:PublicUrl={PublicUrl}", "--only", "bot"];
        using var one = new CoopProcess(settings);
        using var other = new CoopProcess(settings);
        await Task.WhenAll(one.Start(), other.Start()); // one migrates, the other waits
        twilio.CallbacksTo = other.BotUrl;
        using var crowd = new Crowd(database);
        await crowd.AddOnWhatsApp(16, twilio, PublicUrl, seed: 7, one.BotUrl, other.BotUrl);

        using var enough = new CancellationTokenSource();
        crowd.Speak(enough.Token);
        while (crowd.Acknowledged < crowd.Size * 30) await Task.Delay(20);
        await enough.CancelAsync();

        await crowd.EverybodyWasServedOnce();
    }
}
