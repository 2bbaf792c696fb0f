using System.Diagnostics;
using System.Text.Json;
using CoopAssistant.Bot.Tests.WebChat;

namespace CoopAssistant.EndToEnd.WebChat;

/// <summary>Microsoft's clients from npm, installed on first use from the committed lock file.</summary>
internal static class NodeClients
{
    private static readonly Lazy<Task> Installed = new(Install);

    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "EndToEnd", "WebChat", "clients");

    public static Task Ready => Installed.Value;

    /// <summary>Runs a scenario to its end and gives what it found.</summary>
    public static async Task<JsonElement> Run(string scenario, string baseUrl)
    {
        await using var client = await Start(scenario, baseUrl);
        return await client.Result();
    }

    public static async Task<NodeClient> Start(string scenario, string baseUrl)
    {
        await Ready;
        return new NodeClient(Node("directline.mjs", scenario, baseUrl));
    }

    private static Process Node(params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { UseShellExecute = false, WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    private static async Task Install()
    {
        var stamp = Path.Combine(Folder, "node_modules", ".installed");
        var wanted = await File.ReadAllTextAsync(Path.Combine(Folder, "package-lock.json"));
        using var alone = await Alone(Path.Combine(Path.GetTempPath(), "coop-webchat-clients.lock"));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == wanted) return;
        using var npm = Process.Start(new ProcessStartInfo("npm", "ci --no-audit --no-fund --loglevel=error") { WorkingDirectory = Folder })!;
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, "npm ci failed for the web chat's reference clients");
        await File.WriteAllTextAsync(stamp, wanted);
    }

    /// <summary>Two test processes may want to install at once.</summary>
    private static async Task<FileStream> Alone(string file)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }
}

/// <summary>A running client: JSON lines out, commands in.</summary>
internal sealed class NodeClient(Process process) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public Task Say(string command) => process.StandardInput.WriteLineAsync(command);

    /// <summary>The next line for which this is true.</summary>
    public async Task<JsonElement> Until(Func<JsonElement, bool> wanted)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (!line.StartsWith('{')) continue;
            var json = JsonDocument.Parse(line).RootElement;
            if (wanted(json)) return json;
        }
        throw new InvalidOperationException($"The client ended: {await process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    public async Task<JsonElement> Result() => (await Until(j => j.TryGetProperty("result", out _))).GetProperty("result");

    public ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
        return default;
    }
}
