using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CoopAssistant.Testing;

/// <summary>Ports for servers of tests.</summary>
public static class FreePort
{
    /// <summary>A port outside the range from which outgoing connections take theirs, so that none takes it between here and its use.</summary>
    public static int Draw()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(12_000, 32_000);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it: draw again.
            }
        }
    }
}
