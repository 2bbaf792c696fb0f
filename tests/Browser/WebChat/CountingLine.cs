using System.Net.Sockets;
using CoopAssistant.EndToEnd.Support;

namespace CoopAssistant.Browser.WebChat;

/// <summary>A line between a browser and the server that counts every byte on it: requests, headers, answers, frames.</summary>
internal sealed class CountingLine(string serverUrl) : Line(new Uri(serverUrl))
{
    private long up, down;

    /// <summary>From her phone to the server.</summary>
    public long Up => Interlocked.Read(ref up);

    public long Down => Interlocked.Read(ref down);

    protected override Task CarryUp(NetworkStream near, NetworkStream far) => Copy(near, far, count => Interlocked.Add(ref up, count));

    protected override Task CarryDown(NetworkStream far, NetworkStream near) => Copy(far, near, count => Interlocked.Add(ref down, count));

    private static async Task Copy(NetworkStream from, NetworkStream to, Action<int> count)
    {
        var buffer = new byte[16_384];
        try
        {
            for (int length; (length = await from.ReadAsync(buffer)) > 0;)
            {
                count(length);
                await to.WriteAsync(buffer.AsMemory(0, length));
            }
        }
        catch (Exception lost) when (lost is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One end is gone; the other is closed with the line.
        }
    }
}
