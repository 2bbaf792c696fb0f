using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoopAssistant.Browser.Admin;

/// <summary>A line between a browser and the server on which one answer stops in its middle, until the rest is let through or never comes.</summary>
internal sealed class PartedLine : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Uri server;
    private string? stopsAt;
    private TaskCompletionSource<bool> goesOn = new();

    public PartedLine(Uri server)
    {
        this.server = server;
        listener.Start();
        _ = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>The next answer in which this stands comes up to it and no further.</summary>
    public void StopAt(string text)
    {
        goesOn = new();
        stopsAt = text;
    }

    /// <summary>The rest comes too.</summary>
    public void GoOn() => goesOn.SetResult(true);

    /// <summary>The rest never comes: the line is gone.</summary>
    public void Cut() => goesOn.SetResult(false);

    public void Dispose()
    {
        goesOn.TrySetResult(false);
        listener.Dispose();
    }

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
                await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), Answer(far.GetStream(), near.GetStream()));
            }
            catch (Exception lost) when (lost is SocketException or IOException)
            {
                // The browser sees a closed connection, as it would without us.
            }
    }

    private async Task Answer(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16_384];
        var before = ""; // the text may lie across two reads
        for (int length; (length = await from.ReadAsync(buffer)) > 0;)
        {
            var all = before + Encoding.Latin1.GetString(buffer, 0, length);
            var at = stopsAt is { } text ? all.IndexOf(text, StringComparison.Ordinal) : -1;
            var first = at < 0 ? length : Math.Max(0, at - before.Length);
            await to.WriteAsync(buffer.AsMemory(0, first));
            before = all[^Math.Min(all.Length, 100)..];
            if (at < 0) continue;
            stopsAt = null;
            if (!await goesOn.Task) return;
            await to.WriteAsync(buffer.AsMemory(first, length - first));
        }
    }
}
