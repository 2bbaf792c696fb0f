using CoopAssistant.Benchmarks.Load;
using CoopAssistant.Benchmarks.Servers;

namespace CoopAssistant.Benchmarks.Scenarios;

/// <summary>What one round of one server came to.</summary>
internal sealed record Round(double PerSecond, double P50, double P99, double CpuMicroseconds, double AllocatedKilobytes, double WorkingSetMegabytes)
{
    /// <summary>Warms up, measures, and leaves what was said in the crowd to be checked.</summary>
    public static async Task<Round> Measure(ServerProcess server, Crowd crowd, int connections, TimeSpan warmUp, TimeSpan time, long atMostTurns = long.MaxValue)
    {
        var open = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Connection.Open(server.Port)));
        try
        {
            if (warmUp > TimeSpan.Zero) await crowd.Talk(open, warmUp);
            var before = await server.Read();
            var talked = await crowd.Talk(open, time, atMostTurns);
            var after = await server.Read();
            return new Round(
                talked.PerSecond, talked.Latencies.Milliseconds(0.5), talked.Latencies.Milliseconds(0.99), (after.Cpu - before.Cpu).TotalMicroseconds / talked.Turns,
                (after.Allocated - before.Allocated) / 1024.0 / talked.Turns, after.WorkingSet / 1048576.0);
        }
        finally
        {
            foreach (var connection in open) connection.Dispose();
        }
    }

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
