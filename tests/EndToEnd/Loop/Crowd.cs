using System.Globalization;
using CoopAssistant.EndToEnd.Support;
using CoopAssistant.EndToEnd.WebChat;
using CoopAssistant.Testing;

namespace CoopAssistant.EndToEnd.Loop;

/// <summary>Many women at once, on WhatsApp and on the web, and what their answers must be: learned from one of each who spoke in calm.</summary>
internal sealed class Crowd : IDisposable
{
    private static readonly SocketsHttpHandler Connections = new() { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };

    private readonly HttpClient _http = new(Connections, disposeHandler: false) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly OfficialSigner _signer = new();
    private readonly TestDatabase _database;
    private readonly List<(Woman Woman, IReadOnlyList<string> Script, Family Family)> _women = [];
    private Task _speaking = Task.CompletedTask;

    public Crowd(TestDatabase database) => (_database, Books) = (database, new Books(database));

    public Books Books { get; }
    public int Acknowledged => _women.Sum(w => w.Woman.Acknowledged);
    public int Size => _women.Count;

    /// <summary>Deliveries of a message that was taken already or at the same instant; at least a tenth of all.</summary>
    public int Duplicates => _women.Sum(w => w.Woman.Duplicates);

    /// <summary>Two deliveries of one message under way at once; at least one a woman on average.</summary>
    public int AtOnce => _women.Sum(w => w.Woman.AtOnce);

    /// <summary>The women of one channel share what the right answers are.</summary>
    private sealed record Family(Woman Calm, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers);

    /// <param name="signedUrl">The bot's public address.</param>
    /// <param name="processes">Where deliveries land.</param>
    public async Task AddOnWhatsApp(int count, TwilioServer twilio, string signedUrl, int seed, params string[] processes)
    {
        Woman Make(int i) => new(
            new WhatsAppLine(new Phone(_http, _signer, signedUrl, string.Create(CultureInfo.InvariantCulture, $"+5076001{i:D4}")), twilio, new Random(seed + i), processes), new Random(seed - i));
        await Add(Make, count, Script.Registration);
    }

    public async Task AddOnTheWeb(int count, string url, int seed)
    {
        var visitors = new Queue<Visitor>();
        for (var i = 0; i <= count; i++) visitors.Enqueue(await Visitor.Begin(url));
        await Add(i => new(new WebLine(visitors.Dequeue(), $"web{i}"), new Random(seed - i)), count, [.. Script.Registration.Skip(1)]); // the chat says "hola" by itself
    }

    /// <summary>All begin to speak; they go on until <paramref name="enough"/>, and then say one thing more.</summary>
    public void Speak(CancellationToken enough) =>
        _speaking = Task.WhenAll(_women.Select(w => Task.Run(() => w.Woman.Speak(w.Script, w.Family.Answers.ToDictionary(a => a.Key, a => a.Value.Count, StringComparer.Ordinal), enough))));

    /// <summary>Waits until all have said their last, and checks the books of each.</summary>
    public async Task EverybodyWasServedOnce()
    {
        await _speaking.WaitAsync(TimeSpan.FromMinutes(2));
        foreach (var (woman, _, family) in _women) await Books.AreRight(woman, family.Answers);
        foreach (var family in _women.Select(w => w.Family).Distinct()) await Books.AreRight(family.Calm, family.Answers);
        Assert.Equal(_women.Count + _women.Select(w => w.Family).Distinct().Count(), await Books.Registrations());
        Assert.InRange(Duplicates, (Acknowledged + 9) / 10, Acknowledged);
        Assert.InRange(AtOnce, _women.Count, Duplicates);
        Assert.InRange(_women.Sum(w => w.Woman.Reordered), _women.Count / 4, Acknowledged);
    }

    public void Dispose()
    {
        _http.Dispose();
        _signer.Dispose();
    }

    private async Task Add(Func<int, Woman> make, int count, IReadOnlyList<string> script)
    {
        var calm = make(0);
        await calm.SpeakCalmly(script);
        var family = new Family(calm, await Books.Answers(calm));
        for (var i = 1; i <= count; i++) _women.Add((make(i), script, family));
    }
}
