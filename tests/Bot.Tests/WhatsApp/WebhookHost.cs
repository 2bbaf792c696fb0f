using System.Net.Http.Headers;
using System.Text;
using CoopAssistant.Bot.Simulator;
using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Tests.WhatsApp;

/// <summary>The webhook on a real Kestrel, with an engine that only remembers what it was given.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    public const string Account = "AC22222222222222222222222222222222";
    public const string Token = "12345678901234567890123456789012";
    public const string PublicUrl = "https://chat.example.coop";
    private readonly WebApplication app;

    private WebhookHost(WebApplication app, HttpClient http) => (this.app, Http) = (app, http);

    public HttpClient Http { get; }
    public List<InboundMessage> Received { get; } = [];
    public Exception? Breaks { get; set; }

    public static async Task<WebhookHost> Start(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Twilio:AccountSid", Account), new("Twilio:AuthToken", Token), new("Twilio:From", "whatsapp:+14155238886"), new("Bot:PublicUrl", PublicUrl), new("Delivery:Enabled", "false"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)));
        WebhookHost? host = null;
        builder.Services.AddSingleton(TimeProvider.System).AddMessaging().AddWhatsApp(builder.Configuration);
        builder.Services.AddSingleton<HandleTurn>((message, _) => host!.Handle(message));
        var built = builder.Build();
        built.MapWhatsApp();
        await built.StartAsync();
        host = new WebhookHost(built, new HttpClient { BaseAddress = new Uri(built.Urls.First()) });
        return host;
    }

    /// <summary>A message as Twilio posts it, signed.</summary>
    public Task<HttpResponseMessage> Post(params (string Name, string Value)[] fields) => PostRaw(Form(fields));

    public async Task<HttpResponseMessage> PostRaw(string body, string? signature = "valid", string contentType = "application/x-www-form-urlencoded", string path = "/whatsapp", string token = Token, string publicUrl = PublicUrl)
    {
        var bytes = Encoding.ASCII.GetBytes(body);
        using var http = new HttpClient();
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (signature == "valid") signature = new SignedPost(http, token).Signature(publicUrl + path, bytes);
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        return await Http.SendAsync(request);
    }

    public static string Form(params (string Name, string Value)[] fields)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["MessageSid"] = "SM11111111111111111111111111111111", ["AccountSid"] = Account, ["From"] = "whatsapp:+50760001234", ["To"] = "whatsapp:+14155238886", ["Body"] = "", ["NumMedia"] = "0",
        };
        foreach (var (name, value) in fields) all[name] = value;
        return string.Join('&', all.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    private Task Handle(InboundMessage message)
    {
        if (Breaks is not null) throw Breaks;
        lock (Received) Received.Add(message);
        return Task.CompletedTask;
    }
}
