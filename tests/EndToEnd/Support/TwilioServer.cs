using System.Collections.Concurrent;
using CoopAssistant.Bot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.EndToEnd.Support;

/// <summary>Twilio on this machine: an HTTP server apart from the program, which outlives it and keeps every message it was given.</summary>
internal sealed class TwilioServer : IAsyncDisposable
{
    private readonly HttpClient _callbacks = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private WebApplication _app = null!;

    private TwilioServer() =>
        StandIn = new TwilioStandIn(Phone.AccountSid, Phone.Token, _callbacks, TimeProvider.System, url => CallbacksTo is { } to ? to + new Uri(url).PathAndQuery : url);

    public TwilioStandIn StandIn { get; }
    public string Url { get; private set; } = "";

    /// <summary>Where status callbacks go instead of the address the program gave; null for that address.</summary>
    public string? CallbacksTo { get; set; }

    public static async Task<TwilioServer> Start()
    {
        var server = new TwilioServer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHostedService(_ => server.StandIn);
        server._app = builder.Build();
        server._app.MapTwilioStandIn(server.StandIn, "");
        server.StandIn.Watch(message =>
        {
            if (message is { Direction: "outbound-api", Status: "queued" }) server._counts.AddOrUpdate(message.To, 1, (_, count) => count + 1);
        });
        await server._app.StartAsync();
        server.Url = server._app.Urls.First();
        return server;
    }

    /// <summary>How many messages have come for this address.</summary>
    public int Count(string address) => _counts.GetValueOrDefault(address);

    /// <summary>What has come for this address, in the order it came.</summary>
    public IReadOnlyList<string> Heard(string address) => [.. StandIn.Messages.Where(m => m.To == address).Select(m => m.Body)];

    /// <summary>Waits until so many messages have come for her.</summary>
    public async Task<IReadOnlyList<string>> Hears(string address, int count)
    {
        var patience = System.Diagnostics.Stopwatch.StartNew();
        while (Count(address) < count)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), $"only {Count(address)} of {count} messages came for {address}: {string.Join(" / ", Heard(address))}");
            await Task.Delay(20);
        }
        return Heard(address);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _callbacks.Dispose();
    }
}
