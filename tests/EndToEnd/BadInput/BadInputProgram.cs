using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CoopAssistant.EndToEnd.Support;
using CoopAssistant.Testing;

namespace CoopAssistant.EndToEnd.BadInput;

/// <summary>The bot as a process of its own, with phones that post to it.</summary>
public sealed class BadInputProgram : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly OfficialSigner _signer = new();
    private readonly TestDatabase _database;
    private readonly CoopProcess _coop;
    private int _phones;

    private BadInputProgram(TestDatabase database, TwilioServer twilio)
    {
        (_database, Twilio) = (database, twilio);
        _coop = new CoopProcess([.. CoopProcess.On(database, twilio), "--only", "bot"]);
    }

    internal TwilioServer Twilio { get; }

    internal static async Task<BadInputProgram> Start(DatabaseKind kind)
    {
        var program = new BadInputProgram(await TestDatabase.CreateEmpty(kind), await TwilioServer.Start());
        await program._coop.Start();
        return program;
    }

    /// <summary>A phone that nobody has written from.</summary>
    internal Phone NewPhone() => new(_http, _signer, _coop.BotUrl, string.Create(CultureInfo.InvariantCulture, $"+5076000{Interlocked.Increment(ref _phones):D4}"));

    internal async Task<HttpStatusCode> Get()
    {
        using var answer = await _http.GetAsync(new Uri(_coop.BotUrl + "/whatsapp"));
        return answer.StatusCode;
    }

    internal async Task<HttpStatusCode> Post(string body, string? signature = "6olkRh2fnVGIxtQ6ASGW7W4OuFo=", string type = "application/x-www-form-urlencoded")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _coop.BotUrl + "/whatsapp") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        if (signature is not null) request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _coop.Dispose();
        await Twilio.DisposeAsync();
        await _database.DisposeAsync();
        _http.Dispose();
        _signer.Dispose();
    }
}

/// <summary>One program on each database for all that is posted to it: what breaks it for one woman would break it for those after her too.</summary>
public sealed class BadInputPrograms : IAsyncLifetime
{
    private readonly Dictionary<DatabaseKind, BadInputProgram> _programs = [];

    internal async Task<BadInputProgram> On(DatabaseKind kind) =>
        _programs.TryGetValue(kind, out var running) ? running : _programs[kind] = await BadInputProgram.Start(kind);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var program in _programs.Values) await program.DisposeAsync();
    }
}
