using System.Net;
using System.Net.Sockets;

namespace CoopAssistant.EndToEnd.Support;

/// <summary>A line between a browser and the server, on which a test does what lines do.</summary>
internal abstract class Line : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri server;

    protected Line(Uri server)
    {
        this.server = server;
        listener.Start();
        _ = Accept();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public virtual void Dispose() => listener.Dispose();

    /// <summary>From her phone to the server, until one of them ends it.</summary>
    protected abstract Task CarryUp(NetworkStream near, NetworkStream far);

    /// <summary>From the server to her phone, until one of them ends it.</summary>
    protected abstract Task CarryDown(NetworkStream far, NetworkStream near);

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
        using (near)
            try
            {
                await far.ConnectAsync(server.Host, server.Port);
                await Task.WhenAny(CarryUp(near.GetStream(), far.GetStream()), CarryDown(far.GetStream(), near.GetStream()));
            }
            catch (Exception lost) when (lost is SocketException or IOException)
            {
                // The browser sees a closed connection, as it would without us.
            }
    }
}
