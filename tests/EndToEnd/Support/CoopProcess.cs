using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CoopAssistant.EndToEnd.Support;

/// <summary>The program as users start it: a process of its own, with a folder, a database and ports of its own. May be killed and started again.</summary>
internal sealed class CoopProcess : IDisposable
{
    private readonly string[] _arguments;
    private readonly string _environment;
    private readonly List<string> _lines = [];
    private Process? _process;

    private CoopProcess(string folder, int botPort, int adminPort, string environment, string[] arguments)
    {
        (Folder, _environment, _arguments) = (folder, environment, arguments);
        BotUrl = $"http://localhost:{botPort}";
        AdminUrl = $"http://localhost:{adminPort}";
    }

    public string Folder { get; }
    public string BotUrl { get; }
    public string AdminUrl { get; }

    /// <summary>What it has printed so far, both streams.</summary>
    public string Output { get { lock (_lines) return string.Join('\n', _lines); } }

    public static async Task<CoopProcess> Start(params string[] arguments) => await Start("Production", arguments);

    public static async Task<CoopProcess> Start(string environment, string[] arguments)
    {
        var coop = new CoopProcess(Directory.CreateTempSubdirectory("coop-e2e-").FullName, FreePort(), FreePort(), environment, arguments);
        await coop.StartAgain();
        return coop;
    }

    /// <summary>Starts the process on the same folder and ports, and waits until it is ready.</summary>
    public async Task StartAgain()
    {
        var info = new ProcessStartInfo("dotnet") { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        info.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "coop.dll"));
        info.ArgumentList.Add("serve");
        string[] given = [$"--Bot:Url={BotUrl}", $"--Admin:Url={AdminUrl}", $"--Content:Path={Path.Combine(Repository.Root, "content")}", .. _arguments];
        foreach (var argument in given) info.ArgumentList.Add(argument);
        info.Environment["ASPNETCORE_ENVIRONMENT"] = _environment;
        _process = Process.Start(info)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var adminOnly = _arguments is [.. var before, "admin"] && before.Contains("--only", StringComparer.Ordinal);
        for (var attempt = 0; attempt < 1_200; attempt++)
        {
            if (_process.HasExited) throw new InvalidOperationException("The program ended:\n" + Output);
            try
            {
                using var ready = await http.GetAsync(new Uri((adminOnly ? AdminUrl : BotUrl) + "/health/ready"));
                if (ready.IsSuccessStatusCode) return;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
            }
            await Task.Delay(50);
        }
        throw new InvalidOperationException("The program was not ready within a minute:\n" + Output);
    }

    /// <summary>kill -9: no farewell, no flush.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    public void Dispose()
    {
        if (_process is { HasExited: false }) Kill();
        Directory.Delete(Folder, recursive: true);
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text) lock (_lines) _lines.Add(text);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
