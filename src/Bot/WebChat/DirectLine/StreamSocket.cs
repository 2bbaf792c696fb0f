using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>
/// One WebSocket. Everything it sends goes through one pump that runs only while there is something to send, so the thread's order is the
/// order on the wire and an idle socket holds a small object and no task but its pending read. What must end is aborted, not cancelled: a
/// token handed down to the transport would cost ten thousand idle sockets ten megabytes.
/// </summary>
internal sealed partial class StreamSocket(
    WebSocket socket, long contactId, long watermark, ActivityWriter writer, WebThreads threads, StreamHub hub, WidgetVoice? voice, ILogger log)
{
    /// <summary>After our close frame the client has this long to answer.</summary>
    private static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(2);

    private const int Idle = 0, Pumping = 1, PumpingAndCalled = 2;

    private CancellationTokenSource? patience;
    private ConcurrentQueue<byte[]>? passing; // most sockets never need one, and it is the largest thing here
    private ThreadPlace place;
    private bool hasPlace;
    private long sentUpTo;
    private int state;
    private volatile bool isCalled, isQuiet, mustGo;

    /// <summary>The thread may have grown, up to this message.</summary>
    public void Wake(long newest)
    {
        if (newest <= Volatile.Read(ref sentUpTo)) return;
        isCalled = true;
        Pump();
    }

    public void Pass(byte[] frame)
    {
        LazyInitializer.EnsureInitialized(ref passing, static () => new()).Enqueue(frame);
        Pump();
    }

    /// <summary>An empty frame, where nothing was sent since the last call: proxies see life, and pages notice a dead line.</summary>
    public void KeepAlive()
    {
        isQuiet = true;
        Pump();
    }

    /// <summary>Closes with 1001: the client comes back by itself.</summary>
    public void GoAway()
    {
        mustGo = true;
        Pump();
    }

    /// <summary>Hears what our widget says, drops what other clients send (an empty frame now and then), until the client closes.</summary>
    public async Task Receive()
    {
        var buffer = new byte[64];
        MemoryStream? said = null;
        try
        {
            while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    if (socket.State == WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                    return;
                }
                if (voice is null || (received.Count == 0 && said is null)) continue;
                (said ??= new()).Write(buffer.AsSpan(0, received.Count));
                if (said.Length > WidgetVoice.LongestFrame || (received.EndOfMessage && !await voice.Take(said.ToArray())))
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.PolicyViolation, null, CancellationToken.None);
                    return;
                }
                if (received.EndOfMessage) said = null;
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The line is gone; her page comes back with its watermark.
        }
        catch (Exception failed)
        {
            // A turn that could not be committed: nothing was acknowledged, so her page comes back and says it again.
            LogFailed(log, contactId, failed);
        }
        finally
        {
            mustGo = true;
            patience?.Dispose();
        }
    }

    private void Pump()
    {
        while (true)
        {
            var before = Volatile.Read(ref state);
            if (before == PumpingAndCalled) return;
            if (Interlocked.CompareExchange(ref state, before + 1, before) != before) continue;
            if (before == Idle) ThreadPool.UnsafeQueueUserWorkItem(static stream => _ = stream.Run(), this, preferLocal: false);
            return;
        }
    }

    private async Task Run()
    {
        do
        {
            Volatile.Write(ref state, Pumping);
            try
            {
                await SendWhatWaits();
            }
            catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
            {
                socket.Abort();
                return; // and stay in Pumping: nothing is sent on a dead line
            }
            catch (Exception failed)
            {
                // The database, most likely. Closing makes her page ask again from its watermark, so nothing is skipped.
                LogFailed(log, contactId, failed);
                socket.Abort();
                return;
            }
        }
        while (Interlocked.CompareExchange(ref state, Idle, Pumping) != Pumping);
    }

    private async Task SendWhatWaits()
    {
        if (socket.State != WebSocketState.Open) return;
        if (mustGo)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, CancellationToken.None);
            patience = new CancellationTokenSource(CloseTimeout);
            patience.Token.UnsafeRegister(static socket => ((WebSocket)socket!).Abort(), socket);
            return;
        }
        var said = false;
        while (Volatile.Read(ref passing) is { } waiting && waiting.TryDequeue(out var frame))
        {
            await Send(frame);
            said = true;
        }
        if (isCalled)
        {
            isCalled = false;
            said |= await SendNew();
        }
        if (isQuiet)
        {
            isQuiet = false;
            if (!said) await Send(ReadOnlyMemory<byte>.Empty);
        }
    }

    private async Task<bool> SendNew()
    {
        var isFirst = !hasPlace;
        var thread = await threads.Since(contactId, isFirst ? 0 : place.LastId, CancellationToken.None);
        hasPlace = true;
        if (thread.Count == 0) return false;
        var said = false;
        foreach (var (frame, after) in writer.Frames(thread, place, isFirst ? watermark : place.LastId, providerId => hub.ChannelData(contactId, providerId)))
        {
            if (frame.Length > 0) await Send(frame);
            said |= frame.Length > 0;
            place = after;
        }
        Volatile.Write(ref sentUpTo, place.LastId);
        return said;
    }

    private ValueTask Send(ReadOnlyMemory<byte> frame) => socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    [LoggerMessage(LogLevel.Warning, "Web chat: a stream of contact {Contact} broke")]
    private static partial void LogFailed(ILogger log, long contact, Exception failed);
}
