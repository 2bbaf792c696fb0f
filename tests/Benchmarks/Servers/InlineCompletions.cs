using System.Diagnostics;

namespace CoopAssistant.Benchmarks.Servers;

/// <summary>
/// The load generator shares two cores with the server it loads, so its sockets complete on one thread without a hop to the pool. The
/// runtime reads that from its environment at start only: the first thing this program does is to start itself again with it.
/// </summary>
internal static class InlineCompletions
{
    public const string Key = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";
    public const string ThreadsKey = "DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT";

    public static bool AreOn => Environment.GetEnvironmentVariable(Key) == "1";

    public static async Task<int> StartAgain(string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet", [typeof(InlineCompletions).Assembly.Location, .. arguments]);
        (info.Environment[Key], info.Environment[ThreadsKey]) = ("1", "1");
        using var again = Process.Start(info)!;
        await again.WaitForExitAsync();
        return again.ExitCode;
    }
}
