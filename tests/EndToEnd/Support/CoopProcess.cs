using System.Diagnostics;
using CoopAssistant.Testing;

namespace CoopAssistant.EndToEnd.Support;

/// <summary>The program as users start it: a process of its own, with a folder, a database and ports of its own. May be killed and started again.</summary>
internal sealed class CoopProcess : IDisposable
{
    private readonly string[] _arguments;
    private readonly List<string> _lines = [];
    private Process? _process;

    /// <param name="arguments">Settings and options after <c>coop serve</c>.</param>
    public CoopProcess(params string[] arguments)
    {
        _arguments = arguments;
        Folder = Directory.CreateTempSubdirectory("coop-e2e-").FullName;
        BotUrl = $"http://localhost:{FreePort.Draw()}";
        AdminUrl = $"http://localhost:{FreePort.Draw()}";
    }

    public string Folder { get; }
    public string BotUrl { get; }
    public string AdminUrl { get; }
    public string Environment { get; init; } = "Production";

    /// <summary>What it has printed so far, both streams.</summary>
    public string Output { get { lock (_lines) return string.Join('\n', _lines); } }

    /// <summary>Settings that make it keep everything in this database and send everything to this Twilio.</summary>
    public static string[] On(TestDatabase database, TwilioServer twilio) =>
    [
        .. On(database), $"--Twilio:AccountSid={Phone.AccountSid}", $"--Twilio:AuthToken={Phone.Token}", $"--Twilio:From={Phone.Sender}", $"--Twilio:ApiBaseUrl={twilio.Url}", $"--Twilio:ContentBaseUrl={twilio.Url}",
        "--Delivery:ConversationGap=00:00:00", "--Delivery:Lease=00:00:10", "--Delivery:MessagesPerSecond=100000",
    ];

    public static string[] On(TestDatabase database) => [.. database.Settings.Select(setting => $"--{setting.Key}={setting.Value}")];

    /// <summary>Starts the process, again where it ran before, and waits until it is ready.</summary>
    public async Task Start()
    {
        Begin();
        await Ready();
    }

    /// <summary>Starts the process and does not wait.</summary>
    public void Begin()
    {
        var info = new ProcessStartInfo("dotnet") { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] given = [Path.Combine(AppContext.BaseDirectory, "coop.dll"), "serve", $"--Bot:Url={BotUrl}", $"--Admin:Url={AdminUrl}", $"--Content:Path={Path.Combine(Repository.Root, "content")}", .. _arguments];
        foreach (var argument in given) info.ArgumentList.Add(argument);
        info.Environment["ASPNETCORE_ENVIRONMENT"] = Environment;
        _process = Process.Start(info)!;
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Starts it and waits until it has printed where it serves: both faces listen, not only the bot.</summary>
    public async Task StartWhole()
    {
        await Start();
        var patience = Stopwatch.StartNew();
        while (!Output.Contains("Ctrl+C stops.", StringComparison.Ordinal))
        {
            Assert.False(_process!.HasExited, "The program ended:\n" + Output);
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), "The program did not say where it serves within two minutes:\n" + Output);
            await Task.Delay(50);
        }
    }

    /// <summary>kill -9: no farewell, no flush.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not null) Kill();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task Ready()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var url = _arguments is [.., "--only", "admin"] ? AdminUrl : BotUrl;
        var patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromMinutes(2))
        {
            if (_process!.HasExited) throw new InvalidOperationException("The program ended:\n" + Output);
            try
            {
                using var ready = await http.GetAsync(new Uri(url + "/health/ready"));
                if (ready.IsSuccessStatusCode) return;
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
            }
            await Task.Delay(50);
        }
        throw new InvalidOperationException("The program was not ready within two minutes:\n" + Output);
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text) lock (_lines) _lines.Add(text);
    }
}
