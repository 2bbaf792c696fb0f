using System.Net;
using System.Net.Sockets;

namespace CoopAssistant.Browser.WebChat;

/// <summary>A line between a browser and the server that counts every byte on it: requests, headers, answers, frames.</summary>
internal sealed class CountingLine : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri server;
    private long up, down;

    public CountingLine(string serverUrl)
    {
        server = new(serverUrl);
        listener.Start();
        _ = Accept();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>From her phone to the server.</summary>
    public long Up => Interlocked.Read(ref up);

    public long Down => Interlocked.Read(ref down);

    public void Dispose() => listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true) _ = Carry(await listener.AcceptTcpClientAsync());
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Carry(TcpClient near)
    {
        using var far = new TcpClient();
        try
        {
            await far.ConnectAsync(server.Host, server.Port);
            await Task.WhenAny(Copy(near, far, count => Interlocked.Add(ref up, count)), Copy(far, near, count => Interlocked.Add(ref down, count)));
        }
        catch (Exception lost) when (lost is SocketException or IOException)
        {
            // The browser sees a closed connection, as it would without us.
        }
        near.Dispose();
    }

    private static async Task Copy(TcpClient from, TcpClient to, Action<int> count)
    {
        var buffer = new byte[16_384];
        try
        {
            for (int length; (length = await from.GetStream().ReadAsync(buffer)) > 0;)
            {
                count(length);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception lost) when (lost is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One end is gone; the other is closed by Carry.
        }
    }
}
