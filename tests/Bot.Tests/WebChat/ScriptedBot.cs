using System.Net;
using CoopAssistant.Bot.Turns;
using CoopAssistant.Bot.WebChat;
using CoopAssistant.Data;
using CoopAssistant.Messaging;
using CoopAssistant.Messaging.Conversations;
using CoopAssistant.Programme;
using CoopAssistant.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Tests.WebChat;

/// <summary>
/// The web chat on a real server with a real database and a bot that says just what a test needs. Can be stopped and started again on
/// the same port and the same database, or twice beside each other.
/// </summary>
internal sealed class ScriptedBot : IAsyncDisposable
{
    private readonly Dictionary<string, string?> settings;
    private readonly string? folder;
    private WebApplication app = null!;

    private ScriptedBot(Dictionary<string, string?> settings, string? folder, int port) => (this.settings, this.folder, Port) = (settings, folder, port);

    public int Port { get; }
    public string Url => $"http://127.0.0.1:{Port}";
    public IServiceProvider Services => app.Services;

    /// <summary>Pages of a test on the chat's own origin, by path.</summary>
    public Dictionary<string, RequestDelegate> Pages { get; } = new(StringComparer.Ordinal);

    public HttpClient Client(bool withCookies = false) => new(new SocketsHttpHandler { UseCookies = withCookies, AllowAutoRedirect = false }) { BaseAddress = new(Url) };

    /// <summary>On a fresh SQLite file, unless settings name another database. {port} in a setting stands for the port it gets.</summary>
    public static async Task<ScriptedBot> Start(params (string Name, string Value)[] more)
    {
        var made = Directory.CreateTempSubdirectory("coop-web-").FullName;
        var chosen = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Database:ConnectionString"] = $"Data Source={Path.Combine(made, "coop.db")}",
            ["Content:Path"] = Repository.Content,
            ["WebChat:RequestsPerSecond"] = "0",
        };
        var port = FreePort.Draw();
        foreach (var (name, value) in more) chosen[name] = value.Replace("{port}", $"{port}", StringComparison.Ordinal);
        var bot = new ScriptedBot(chosen, made, port);
        await bot.Run();
        return bot;
    }

    /// <summary>Another process, as far as one test process can be: own port, own memory, same database.</summary>
    public async Task<ScriptedBot> Beside()
    {
        var other = new ScriptedBot(settings, null, FreePort.Draw());
        await other.Run();
        return other;
    }

    public async Task Stop()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    public Task StartAgain() => Run();

    public async ValueTask DisposeAsync()
    {
        await Stop();
        if (folder is null) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("COOP_LOG") is not null) builder.Logging.AddSimpleConsole();
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Port));
        builder.Services.AddRouting();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddProgramme().AddMessaging();
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddTurns();
        builder.Services.AddWebChat();
        builder.Services.AddSingleton<IConductor, Script>();
        builder.Services.AddSingleton<ICalmWords, Calm>();
        app = builder.Build();
        app.Use((http, next) => Pages.TryGetValue(http.Request.Path.Value!, out var page) ? page(http) : next(http));
        app.MapWebChat();
        await app.StartAsync();
    }

    private sealed class Calm : ICalmWords
    {
        public OutgoingMessage Apology(ConversationState state) => new("Disculpe.");
    }

    private sealed class Script : IConductor
    {
        public async ValueTask<Decision> Decide(TurnContext turn, CancellationToken cancel)
        {
            if (turn.Text == "lento") await Task.Delay(TimeSpan.FromSeconds(1.2), cancel);
            var replies = turn.Message.Media.Count > 0 ? [new OutgoingMessage($"Recibí {turn.Message.Media.Count}: {turn.Message.Media[0].ContentType}.")] : Say(turn);
            return new(turn.State, replies) { WithholdText = turn.Text == "me pega", IsHeld = turn.Text == "persona" ? true : null };
        }

        private static IReadOnlyList<OutgoingMessage> Say(TurnContext turn) => turn.Text switch
        {
            "hola" when turn.Message.ProviderId == "start" => [new("Buenos días."), new("¿Qué desea hacer?") { Options = [new("r", "Registrarme"), new("a", "Aprender")] }],
            "opciones" => [new("¿Está de acuerdo?") { Options = [new("y", "Sí"), new("n", "No")] }],
            "lista" => [new("¿En qué trabaja?") { Options = [.. Enumerable.Range(1, 9).Select(i => new Option($"r{i}", $"Rubro {i}"))] }],
            "audio" => [new("Escuche la lección.") { Media = new("/prueba/leccion.ogg", "audio/ogg", "Lección 1") { Bytes = 91_000, Seconds = 42 } }],
            "documento" => [new("Su constancia.") { Media = new("/prueba/constancia.pdf", "application/pdf", "Constancia.pdf") }],
            "imagen" => [new("Así se llena.") { Media = new("/site.css?imagen", "image/png", "Libro de caja") }],
            "foto" => [new("Mande la foto.") { TakesFiles = true }],
            "dos" => [new("Uno."), new("Dos.")],
            "largo" => [.. Enumerable.Range(1, 12).Select(i => new OutgoingMessage($"{i}. *Importante*: lea con calma https://example.org/{i}. <b>Nada</b> de esto es código."))],
            "me pega" => [new("Usted no tiene la culpa. Llame al 182.")],
            "persona" => [],
            _ => [new($"Dijo: {turn.Text}")],
        };
    }
}
