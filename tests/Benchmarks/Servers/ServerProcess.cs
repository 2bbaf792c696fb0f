using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CoopAssistant.Benchmarks.Servers;

/// <summary>A measured server: a process of its own on a port of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string? _gauge;
    private readonly StringBuilder _said = new();
    private bool _hasEnded;

    private ServerProcess(Process process, int port, string? gauge)
    {
        (_process, Port, _gauge) = (process, port, gauge);
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    /// <param name="isGauged">False where nothing foreign may be in the process: a cold start.</param>
    public static ServerProcess Start(string folder, int port, IEnumerable<string> command, bool isGauged = true)
    {
        var words = command.ToArray();
        var info = new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        info.Environment.Remove(InlineCompletions.Key);
        info.Environment.Remove(InlineCompletions.ThreadsKey);
        string? gauge = null;
        if (isGauged)
        {
            info.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
            info.Environment[StartupHook.SocketKey] = gauge = Path.Combine(folder, $"gauge-{port}.sock");
            File.Delete(gauge);
        }
        return new ServerProcess(Process.Start(info)!, port, gauge);
    }

    public async Task<ServerProcess> UntilReady(string path = "/health/live")
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(2);)
        {
            if (_process.HasExited) throw new InvalidOperationException($"The server ended:\n{_said}");
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{Port}{path}"));
                if (answer.IsSuccessStatusCode) return this;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
            }
            await Task.Delay(20);
        }
        throw new InvalidOperationException($"The server was not ready within two minutes:\n{_said}");
    }

    /// <summary>How it stands now.</summary>
    public async Task<Gauge> Read()
    {
        var stat = await File.ReadAllTextAsync($"/proc/{_process.Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var cpu = TimeSpan.FromMilliseconds(10 * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)));
        return new Gauge(cpu, await Allocated(), WorkingSet());
    }

    /// <summary>Bytes in memory now.</summary>
    public long WorkingSet()
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }

    private async Task<long> Allocated()
    {
        if (_gauge is null) return 0;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(_gauge));
        var line = new byte[200];
        var length = await socket.ReceiveAsync(line);
        return long.Parse(Encoding.ASCII.GetString(line, 0, length).Split(' ')[0], CultureInfo.InvariantCulture);
    }

    /// <summary>What it has printed.</summary>
    public string Said
    {
        get { lock (_said) return _said.ToString(); }
    }

    /// <summary>Never by blocking: we may be on the one thread that sockets and pipes complete on.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_hasEnded) return;
        _hasEnded = true;
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
            if (_said.Length < 20_000) _said.AppendLine(line.Data);
    }
}

/// <param name="Cpu">Both kinds of time, in steps of 10 ms.</param>
/// <param name="Allocated">Managed bytes since the start.</param>
internal sealed record Gauge(TimeSpan Cpu, long Allocated, long WorkingSet);
