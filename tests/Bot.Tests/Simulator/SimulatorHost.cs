using CoopAssistant.Bot.Simulator;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Turns;
using CoopAssistant.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Tests.Simulator;

/// <summary>A bot without Twilio settings: engine, database, webhooks, outbox and simulator are real; only the dialog is a parrot.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication bot;
    private readonly TestDatabase database;

    private SimulatorHost(WebApplication bot, TestDatabase database) =>
        (this.bot, this.database, Http) = (bot, database, new HttpClient { BaseAddress = new Uri(bot.Urls.First()) });

    public HttpClient Http { get; }
    public TwilioStandIn Twilio => bot.Services.GetRequiredService<TwilioStandIn>();

    public static async Task<SimulatorHost> Start(params (string Key, string Value)[] settings)
    {
        var files = await TestDatabase.Create(DatabaseKind.Sqlite);
        var url = $"http://127.0.0.1:{FreePort.Draw()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Bot:Url", url), .. files.Settings,
            new("Delivery:ConversationGap", "00:00:00"), new("Delivery:PollInterval", "00:00:00.1"), new("Delivery:MessagesPerSecond", "10000"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)));
        builder.Services.AddData(builder.Configuration).AddMessaging().AddTurns().AddWhatsApp(builder.Configuration).AddSimulator(builder.Configuration);
        builder.Services.AddSingleton<IConductor, Parrot>().AddSingleton<ICalmWords, Parrot>();
        var built = builder.Build();
        built.MapWhatsApp();
        built.MapSimulator();
        await built.StartAsync();
        return new SimulatorHost(built, files);
    }

    /// <summary>Waits until the stand-in has this many messages to the woman and each has come so far; fails after ten seconds.</summary>
    public async Task<IReadOnlyList<StandInMessage>> Heard(string address, int count, string status = "read")
    {
        for (var tries = 0; ; tries++)
        {
            var heard = Twilio.Messages.Where(m => m.To == address).ToList();
            if (heard.Count >= count && heard.TrueForAll(m => m.Status == status)) return heard;
            Assert.True(tries < 500, $"{heard.Count} of {count} messages came");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await bot.DisposeAsync();
        await database.DisposeAsync();
    }

    private sealed class Parrot : IConductor, ICalmWords
    {
        public ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel)
        {
            var heard = turn.Message switch
            {
                { Location: { } place } => $"lugar {place.Label}",
                { Media: [var media, ..] } => $"archivo {media.ContentType}",
                _ => turn.Text,
            };
            return ValueTask.FromResult(new Decision(turn.State, [new OutgoingMessage($"Oí **{heard}**.") { Options = [new Option("mas", "Más"), new Option("fin", "Terminar")] }]));
        }

        public OutgoingMessage Apology(ConversationState state) => new("Disculpe.");
    }
}
