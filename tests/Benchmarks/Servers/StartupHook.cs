using System.Globalization;
using System.Net.Sockets;
using System.Text;

/// <summary>
/// Runs inside every measured process (DOTNET_STARTUP_HOOKS) and says what only the process itself knows: to whoever connects, one line
/// with the bytes allocated so far and the pauses of the collector. The runtime wants this name, outside any namespace.
/// </summary>
#pragma warning disable MA0047 // the runtime looks for it there
internal static class StartupHook
#pragma warning restore MA0047
{
    public const string SocketKey = "COOP_BENCHMARK_SOCKET";

    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(SocketKey) is not { Length: > 0 } path) return;
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Answer(listener)) { IsBackground = true }.Start();
    }

    private static void Answer(Socket listener)
    {
        while (true)
        {
            using var asks = listener.Accept();
            asks.Send(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalAllocatedBytes()} {GC.CollectionCount(0)} {GC.CollectionCount(2)} {GC.GetTotalPauseDuration().TotalMilliseconds:F0}\n")));
        }
    }
}
