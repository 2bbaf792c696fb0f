using System.Net;
using System.Net.Sockets;

namespace CoopAssistant.Benchmarks.Load;

/// <summary>One keep-alive connection, as lean as it goes: a request's bytes out, a whole response in. The server's work is measured, not ours.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _received = new byte[16 * 1024];

    public byte[] Request { get; } = new byte[8 * 1024];

    public static async Task<Connection> Open(int port)
    {
        var connection = new Connection();
        await connection._socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    /// <summary>Null where nobody listens yet. Throws nothing: exceptions many times a second would take the processor from the server that starts.</summary>
    public static async Task<Connection?> TryOpen(int port)
    {
        var connection = new Connection();
        using var attempt = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, port) };
        var done = new TaskCompletionSource();
        attempt.Completed += (_, _) => done.SetResult();
        if (connection._socket.ConnectAsync(attempt)) await done.Task;
        if (attempt.SocketError == SocketError.Success) return connection;
        connection.Dispose();
        return null;
    }

    /// <summary>Sends the first bytes of <see cref="Request"/> and returns the whole response, good until the next exchange.</summary>
    public async ValueTask<Response> Exchange(int length)
    {
        for (var sent = 0; sent < length;) sent += await _socket.SendAsync(Request.AsMemory(sent, length - sent), SocketFlags.None);
        var received = 0;
        while (true)
        {
            var count = await _socket.ReceiveAsync(_received.AsMemory(received), SocketFlags.None);
            if (count == 0) throw new IOException("The server closed a connection.");
            received += count;
            if (Response.Read(_received.AsMemory(0, received)) is { } response) return response;
            if (received == _received.Length) Array.Resize(ref _received, _received.Length * 2);
        }
    }

    /// <summary>The next bytes that come unasked, as after an upgrade to a WebSocket.</summary>
    public ValueTask<int> Receive(Memory<byte> room) => _socket.ReceiveAsync(room, SocketFlags.None);

    public void Dispose() => _socket.Dispose();
}
