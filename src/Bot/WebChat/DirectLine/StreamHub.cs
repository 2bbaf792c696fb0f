using System.Collections.Concurrent;
using System.Text.Json;
using CoopAssistant.Messaging.Contacts;
using CoopAssistant.Messaging.Turns;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>
/// The open streams of this process. A stream costs no thread and no task of its own while nothing is said: whoever learns that a
/// thread grew wakes its streams, and each reads what it has not sent yet.
/// </summary>
internal sealed partial class StreamHub(
    IOptions<WebChatOptions> options, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<StreamHub> log) : BackgroundService, ITurnCommitted
{
    private readonly ConcurrentDictionary<long, StreamSocket[]> streams = new();
    private readonly ConcurrentDictionary<long, ConcurrentQueue<(string ProviderId, JsonElement Data)>> sentAlong = new();
    private const int MostSentAlong = 64;

    /// <summary>Streams are kept alive a slice at a time: ten thousand frames at one moment would need ten thousand buffers.</summary>
    private const int Slices = 20;

    public bool HasStreams => !streams.IsEmpty;

    public int Count => streams.Values.Sum(s => s.Length);

    /// <summary>Contacts with open streams.</summary>
    public IEnumerable<long> Contacts => streams.Keys;

    public void Committed(long contactId, Channel channel)
    {
        if (channel == Channel.Web) Wake(contactId);
    }

    /// <param name="newest">Newest message known to the caller: streams that have sent it sleep on.</param>
    public void Wake(long contactId, long newest = long.MaxValue)
    {
        if (!streams.TryGetValue(contactId, out var open)) return;
        foreach (var stream in open) stream.Wake(newest);
    }

    /// <summary>Shows something on her open pages that is kept nowhere.</summary>
    public void Pass(long contactId, byte[] frame)
    {
        if (!streams.TryGetValue(contactId, out var open)) return;
        foreach (var stream in open) stream.Pass(frame);
    }

    /// <summary>Keeps what her client sent along with a message until its echo: "do not touch channelData". For open streams only.</summary>
    public void SentAlong(long contactId, string providerId, JsonElement channelData)
    {
        if (!streams.ContainsKey(contactId)) return;
        var kept = sentAlong.GetOrAdd(contactId, static _ => new());
        kept.Enqueue((providerId, channelData));
        while (kept.Count > MostSentAlong) kept.TryDequeue(out _);
    }

    public JsonElement? ChannelData(long contactId, string? providerId)
    {
        if (sentAlong.TryGetValue(contactId, out var kept))
            foreach (var (id, data) in kept)
                if (id == providerId) return data;
        return null;
    }

    /// <summary>Serves a stream until it closes.</summary>
    public async Task Serve(long contactId, StreamSocket stream)
    {
        streams.AddOrUpdate(contactId, static (_, one) => [one], static (_, open, one) => [.. open, one], stream);
        if (lifetime.ApplicationStopping.IsCancellationRequested) stream.GoAway();
        try
        {
            stream.Wake(long.MaxValue);
            await stream.Receive();
        }
        finally
        {
            Remove(contactId, stream);
        }
    }

    /// <summary>Closes all streams of a conversation that has ended.</summary>
    public void End(long contactId)
    {
        if (!streams.TryGetValue(contactId, out var open)) return;
        foreach (var stream in open) stream.GoAway();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var goAway = lifetime.ApplicationStopping.Register(() =>
        {
            LogGoAway(log, Count);
            foreach (var stream in streams.Values.SelectMany(s => s)) stream.GoAway();
        });
        using var timer = new PeriodicTimer(options.Value.KeepAlive / Slices, clock);
        for (var slice = 0; await timer.WaitForNextTickAsync(stoppingToken); slice = (slice + 1) % Slices)
            foreach (var (contact, open) in streams)
                if (contact % Slices == slice)
                    foreach (var stream in open) stream.KeepAlive();
    }

    private void Remove(long contactId, StreamSocket stream)
    {
        while (streams.TryGetValue(contactId, out var open))
        {
            StreamSocket[] rest = [.. open.Where(s => s != stream)];
            var isDone = rest.Length > 0
                ? streams.TryUpdate(contactId, rest, open)
                : streams.TryRemove(new KeyValuePair<long, StreamSocket[]>(contactId, open)) && (sentAlong.TryRemove(contactId, out _) || true);
            if (isDone) return;
        }
    }

    [LoggerMessage(LogLevel.Information, "Web chat: closing {Streams} streams; their pages come back by themselves")]
    private static partial void LogGoAway(ILogger log, int streams);
}
