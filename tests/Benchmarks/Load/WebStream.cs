using System.Text;

namespace CoopAssistant.Benchmarks.Load;

/// <summary>The client's end of a Direct Line WebSocket: reads frames as they come and notices answers. Frames of a server are not masked.</summary>
internal sealed class WebStream : IDisposable
{
    private static readonly byte[] ReplyTo = "\"replyToId\":\""u8.ToArray();
    private readonly Connection _connection;
    private readonly Lock _gate = new();
    private string _answered = "";
    private (string To, TaskCompletionSource Came)? _awaited;

    private WebStream(Connection connection) => _connection = connection;

    public static async Task<WebStream> Open(int port, string path)
    {
        var connection = await Connection.Open(port);
        var text = $"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        var response = await connection.Exchange(Encoding.ASCII.GetBytes(text, connection.Request));
        if (response.Status != 101) throw new InvalidOperationException($"The stream was answered with {response.Status}.");
        var stream = new WebStream(connection);
        _ = stream.Read(response.Body.ToArray());
        return stream;
    }

    /// <summary>Completes when a reply to this message has come.</summary>
    public Task Answer(string activity)
    {
        lock (_gate)
        {
            if (_answered == activity) return Task.CompletedTask;
            var came = new TaskCompletionSource();
            _awaited = (activity, came);
            return came.Task;
        }
    }

    public void Dispose() => _connection.Dispose();

    private async Task Read(byte[] begun)
    {
        var buffer = new byte[4096];
        begun.CopyTo(buffer, 0);
        var length = begun.Length;
        try
        {
            while (true)
            {
                while (Frame(buffer.AsSpan(0, length)) is { } frame)
                {
                    if (!frame.IsEmpty) Notice(buffer.AsSpan(frame.From, frame.Length));
                    length -= frame.From + frame.Length;
                    Buffer.BlockCopy(buffer, frame.From + frame.Length, buffer, 0, length);
                }
                if (length == buffer.Length) Array.Resize(ref buffer, 2 * length);
                var count = await _connection.Receive(buffer.AsMemory(length));
                if (count == 0) return;
                length += count;
            }
        }
        catch (Exception gone) when (gone is System.Net.Sockets.SocketException or ObjectDisposedException)
        {
            // The round is over.
        }
    }

    private void Notice(ReadOnlySpan<byte> frame)
    {
        var at = frame.IndexOf(ReplyTo);
        if (at < 0) return;
        var rest = frame[(at + ReplyTo.Length)..];
        var to = Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)'"')]);
        TaskCompletionSource? came = null;
        lock (_gate)
        {
            _answered = to;
            if (_awaited is { } awaited && awaited.To == to) (came, _awaited) = (awaited.Came, null);
        }
        came?.SetResult();
    }

    /// <summary>Where the payload of the first frame lies; null while it is not whole.</summary>
    private static (int From, int Length, bool IsEmpty)? Frame(ReadOnlySpan<byte> received)
    {
        if (received.Length < 2) return null;
        var (from, length) = (2, received[1] & 0x7F);
        if (length == 126)
        {
            if (received.Length < 4) return null;
            (from, length) = (4, (received[2] << 8) | received[3]);
        }
        return received.Length < from + length ? null : (from, length, length == 0 || (received[0] & 0x0F) != 1);
    }
}
