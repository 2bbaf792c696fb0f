using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Benchmarks.Servers;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>What one round of one server came to.</summary>
internal sealed record Round(double PerSecond, double P50, double P99, double CpuMicroseconds, double AllocatedKilobytes, double WorkingSetMegabytes)
{
    public static Func<Connection, Woman, ValueTask> ByWebhook(ServerProcess server, Dialogue dialogue)
    {
        var writer = new WebhookWriter(server.Port);
        return async (connection, woman) =>
        {
            var response = await connection.Exchange(writer.Write(connection.Request, woman, dialogue));
            if (response.Status != 200 || !response.Body.Span.EndsWith("<Response/>"u8)) throw new InvalidOperationException($"The server answered {response.Status}. It said:\n{server.Said}");
        };
    }
}
