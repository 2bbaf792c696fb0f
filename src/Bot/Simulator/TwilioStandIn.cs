using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Threading.Channels;
using CoopAssistant.Bot.WhatsApp;
using Microsoft.Extensions.Hosting;

namespace CoopAssistant.Bot.Simulator;

/// <summary>
/// Stands in for Twilio's REST API on this machine: keeps what is sent, reports its way by signed status callbacks, and fails on
/// request. The simulator and the tests talk to it over HTTP, as production talks to Twilio. Messages are kept in memory.
/// </summary>
public sealed class TwilioStandIn : BackgroundService
{
    private const int Keep = 20_000;
    private readonly Lock gate = new();
    private readonly List<StandInMessage> messages = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Channel<StandInMessage> callbacks = Channel.CreateUnbounded<StandInMessage>();
    private readonly ConcurrentQueue<StandInFault> faults = new();
    private readonly ConcurrentDictionary<string, bool> offline = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Watcher, bool> watchers = new();
    private readonly SignedPost post;
    private readonly Func<string, string> route;
    private readonly TimeProvider clock;

    /// <param name="route">Turns a callback's address into the one to post to; null for the same.</param>
    public TwilioStandIn(string accountSid, string authToken, HttpClient http, TimeProvider clock, Func<string, string>? route = null)
    {
        (AccountSid, AuthToken, this.clock) = (accountSid, authToken, clock);
        this.route = route ?? (url => url);
        post = new SignedPost(http, authToken);
    }

    public string AccountSid { get; }
    public string AuthToken { get; }

    /// <summary>API keys that may send besides the account itself, as "SK…:secret".</summary>
    public ISet<string> ApiKeys { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What the approved templates say, by their id.</summary>
    public IDictionary<string, string> Templates { get; } = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What WhatsApp says of a template, by its id; approved where nothing is said.</summary>
    public IDictionary<string, string> Approvals { get; } = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True: no status callback is sent; whoever wants to know has to ask.</summary>
    public bool LosesCallbacks { get; set; }

    /// <summary>What 429 asks to wait. Default 1 second.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Code of <see cref="StandInFault.Refused"/> and <see cref="StandInFault.FailsLater"/>. Default 63016.</summary>
    public int FaultCode { get; set; } = 63016;

    /// <summary>Requests for sending so far, whatever became of them.</summary>
    public int SendRequests => Volatile.Read(ref sendRequests);
    private int sendRequests;

    /// <summary>Look-ups so far: lists and single messages.</summary>
    public int LookUps => Volatile.Read(ref lookUps);
    private int lookUps;

    /// <summary>Calls <paramref name="see"/> for every message that comes or changes its status, until disposed. Called while a request is served: be quick.</summary>
    public IDisposable Watch(Action<StandInMessage> see)
    {
        var watcher = new Watcher(see, watchers);
        watchers[watcher] = true;
        return watcher;
    }

    /// <summary>The next sends go wrong, in this order.</summary>
    public void NextSends(params IEnumerable<StandInFault> fault)
    {
        foreach (var one in fault) faults.Enqueue(one);
    }

    public void ForgetFaults() => faults.Clear();

    /// <summary>All kept messages, oldest first.</summary>
    public IReadOnlyList<StandInMessage> Messages
    {
        get { lock (gate) return [.. messages]; }
    }

    /// <summary>A phone without signal: messages reach Twilio, not her. Back online they are delivered.</summary>
    public void SetOffline(string address, bool isOffline)
    {
        offline[address] = isOffline;
        if (isOffline) return;
        foreach (var waiting in Messages.Where(m => m.To == address && m.Status == "sent")) callbacks.Writer.TryWrite(waiting);
    }

    internal StandInFault? CountSend()
    {
        Interlocked.Increment(ref sendRequests);
        return faults.TryDequeue(out var fault) ? fault : null;
    }

    internal void CountLookUp() => Interlocked.Increment(ref lookUps);

    internal StandInMessage Keeps(string from, string to, string body, string? mediaUrl, string? statusCallback, string? contentSid, bool failsLater, bool reportsNow)
    {
        var message = new StandInMessage(NewSid(mediaUrl is null ? "SM" : "MM"), from, to, body, clock.GetUtcNow())
        {
            MediaUrl = mediaUrl, ContentSid = contentSid, StatusCallback = statusCallback, ErrorCode = failsLater ? FaultCode : null,
        };
        Add(message);
        if (reportsNow) Reports(message);
        return message;
    }

    /// <summary>Sends its status callbacks from now on.</summary>
    internal void Reports(StandInMessage message) => callbacks.Writer.TryWrite(message);

    internal void Add(StandInMessage message)
    {
        lock (gate)
        {
            if (messages.Count == Keep)
            {
                messages.RemoveRange(0, Keep / 2);
                places.Clear();
                for (var i = 0; i < messages.Count; i++) places[messages[i].Sid] = i;
            }

            places[message.Sid] = messages.Count;
            messages.Add(message);
        }

        Tell(message);
    }

    internal StandInMessage? Find(string sid)
    {
        lock (gate) return places.TryGetValue(sid, out var place) ? messages[place] : null;
    }

    internal static string NewSid(string prefix) => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var message in callbacks.Reader.ReadAllAsync(stoppingToken)) await Report(message, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // stopping: callbacks not yet sent are lost, as they are at Twilio's worst
        }
    }

    /// <summary>All the way to "read", or as far as it comes.</summary>
    internal async Task Report(StandInMessage message, CancellationToken cancel)
    {
        if (message.ErrorCode is not null)
        {
            await Move(message.Sid, "failed", cancel);
            return;
        }

        if (Find(message.Sid)?.Status == "queued") await Move(message.Sid, "sent", cancel);
        if (offline.GetValueOrDefault(message.To)) return;
        await Move(message.Sid, "delivered", cancel);
        await Move(message.Sid, "read", cancel);
    }

    private async Task Move(string sid, string status, CancellationToken cancel)
    {
        StandInMessage moved;
        lock (gate)
        {
            if (!places.TryGetValue(sid, out var place)) return;
            moved = messages[place] = messages[place] with { Status = status };
        }

        Tell(moved);
        if (LosesCallbacks || moved.StatusCallback is not { } url) return;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ApiVersion"] = "2010-04-01", ["MessageStatus"] = status, ["SmsStatus"] = status, ["SmsSid"] = sid, ["MessageSid"] = sid, ["AccountSid"] = AccountSid,
            ["From"] = moved.From, ["To"] = moved.To, ["ChannelPrefix"] = "whatsapp", ["ChannelToAddress"] = moved.To.Replace("whatsapp:", "", StringComparison.Ordinal),
        };
        if (status == "failed") fields["ErrorCode"] = moved.ErrorCode?.ToString(CultureInfo.InvariantCulture) ?? "";
        try
        {
            await post.Send(url, route(url), fields, cancel);
        }
        catch (HttpRequestException)
        {
            // nobody listens: Twilio would not insist either
        }
    }

    private void Tell(StandInMessage message)
    {
        foreach (var watcher in watchers.Keys) watcher.See(message);
    }

    private sealed class Watcher(Action<StandInMessage> see, ConcurrentDictionary<Watcher, bool> watchers) : IDisposable
    {
        public void See(StandInMessage message) => see(message);

        public void Dispose() => watchers.TryRemove(this, out _);
    }
}
