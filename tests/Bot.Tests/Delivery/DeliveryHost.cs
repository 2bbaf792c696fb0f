using CoopAssistant.Bot.Deliveries;
using CoopAssistant.Bot.Simulator;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Messaging.Outbox;
using CoopAssistant.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Tests.Delivery;

/// <summary>The delivery worker and the webhooks of a bot on a real database, and Twilio's stand-in, over real HTTP.</summary>
internal sealed class DeliveryHost : IAsyncDisposable
{
    private const string Account = "AC22222222222222222222222222222222";
    private const string Token = "12345678901234567890123456789012";
    private readonly TestDatabase database;
    private readonly WebApplication twilio;
    private readonly string twilioUrl;
    private readonly List<WebApplication> others = [];
    private WebApplication? bot;

    private DeliveryHost(WebApplication twilio, TwilioStandIn standIn, ShiftedClock clock, TestDatabase database) =>
        (this.twilio, StandIn, Clock, this.database, twilioUrl) = (twilio, standIn, clock, database, twilio.Urls.First());

    public TwilioStandIn StandIn { get; }
    public ShiftedClock Clock { get; }
    public string BotUrl => bot!.Urls.First();
    public IServiceProvider Services => bot!.Services;

    public static Task<DeliveryHost> Start(params (string Key, string Value)[] settings) => StartOn(DatabaseKind.Sqlite, settings);

    public static async Task<DeliveryHost> StartOn(DatabaseKind kind, params (string Key, string Value)[] settings)
    {
        var clock = new ShiftedClock();
        var standIn = new TwilioStandIn(Account, Token, new HttpClient(), clock);
        var builder = Builder();
        builder.Services.AddHostedService(_ => standIn);
        var stood = builder.Build();
        stood.MapTwilioStandIn(standIn, "");
        await stood.StartAsync();
        var host = new DeliveryHost(stood, standIn, clock, await TestDatabase.Create(kind));
        await host.StartBot(settings);
        return host;
    }

    /// <summary>Starts the bot, or another one after <see cref="StopBot"/>, on the same database.</summary>
    public async Task StartBot(params (string Key, string Value)[] settings)
    {
        var port = FreePort.Draw();
        var builder = Builder($"http://127.0.0.1:{port}");
        builder.Configuration.AddInMemoryCollection(
        [
            new("Twilio:AccountSid", Account), new("Twilio:AuthToken", Token), new("Twilio:From", "whatsapp:+14155238886"), new("Twilio:ApiBaseUrl", twilioUrl), new("Twilio:SendTimeout", "00:00:01"),
            new("Bot:PublicUrl", $"http://127.0.0.1:{port}"), .. database.Settings,
            new("Delivery:ConversationGap", "00:00:00"), new("Delivery:PollInterval", "00:00:00.1"), new("Delivery:MessagesPerSecond", "10000"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)));
        builder.Services.AddSingleton<TimeProvider>(Clock).AddData(builder.Configuration).AddMessaging().AddWhatsApp(builder.Configuration);
        builder.Services.AddSingleton<HandleTurn>((_, _) => Task.CompletedTask);
        bot = builder.Build();
        bot.MapWhatsApp();
        await bot.StartAsync();
    }

    /// <summary>A second process on the same database.</summary>
    public async Task StartAnotherBot()
    {
        others.Add(bot!);
        await StartBot();
    }

    public async Task StopBot()
    {
        await bot!.StopAsync();
        await bot.DisposeAsync();
    }

    /// <summary>Somebody who wrote just now, or is silent since. Returns her conversation.</summary>
    public Task<long> Woman(string address = "whatsapp:+50760001234", TimeSpan silent = default) => Use<CoopDbContext, long>(async db =>
    {
        var now = (Clock.GetUtcNow() - silent).UtcDateTime;
        var id = await db.Set<Messaging.Contacts.Contact>().CountAsync() + 1;
        await db.Database.ExecuteSqlAsync($"INSERT INTO contacts (id, channel, created_at) VALUES ({id}, 1, {now})");
        await db.Database.ExecuteSqlAsync($"INSERT INTO conversations (id, channel, state, version, reply_address, last_inbound_at, is_held, has_opted_out, has_parked) VALUES ({id}, 1, {Array.Empty<byte>()}, 1, {address}, {now}, {false}, {false}, {false})");
        return id;
    });

    /// <summary>Puts messages into the outbox, as a use case of staff does. Returns their ids.</summary>
    public Task<long[]> Say(long conversation, params string[] texts) => Use<MessagingDb, long[]>(async db =>
    {
        var thread = await db.Conversations.SingleAsync(c => c.Id == conversation);
        var ids = new List<long>();
        foreach (var text in texts)
        {
            var said = thread.Say(new OutgoingMessage(text), null, Clock.GetUtcNow());
            db.Messages.Add(said);
            await db.SaveAsync(CancellationToken.None);
            ids.Add(said.Id);
        }

        Wake();
        return [.. ids];
    });

    public void Wake() => Services.GetRequiredService<OutboxSignal>().Wake();

    /// <summary>Lets time pass and the worker look.</summary>
    public void Skip(TimeSpan time)
    {
        Clock.Skip(time);
        Wake();
    }

    public Task<Message> Message(long id) => Use<MessagingDb, Message>(db => db.Messages.AsNoTracking().SingleAsync(m => m.Id == id));

    public Task<Conversation> Conversation(long id) => Use<MessagingDb, Conversation>(db => db.Conversations.AsNoTracking().SingleAsync(c => c.Id == id));

    /// <summary>Waits until the message stands like this; fails with how it stands after ten seconds.</summary>
    public async Task<Message> Becomes(long id, Messaging.Conversations.Delivery delivery) => await Becomes(id, m => m.Delivery == delivery);

    public async Task<Message> Becomes(long id, Func<Message, bool> expected)
    {
        for (var tries = 0; ; tries++)
        {
            var message = await Message(id);
            if (expected(message)) return message;
            Assert.True(tries < 500, $"Message {id} is {message.Delivery} ({message.ErrorCode}) after {message.Attempts} attempts");
            await Task.Delay(20);
        }
    }

    public async Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in others) await one.DisposeAsync();
        if (bot is not null) await bot.DisposeAsync();
        await twilio.DisposeAsync();
        await database.DisposeAsync();
    }

    private static WebApplicationBuilder Builder(string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url);
        builder.Logging.ClearProviders();
        return builder;
    }
}
