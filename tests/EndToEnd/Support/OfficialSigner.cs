using System.Diagnostics;
using System.Text.Json;

namespace CoopAssistant.EndToEnd.Support;

/// <summary>Twilio's own npm library, running in Node, signs what the tests post (Clients/sign.js).</summary>
internal sealed class OfficialSigner : IDisposable
{
    private readonly Process _node;
    private readonly SemaphoreSlim _one = new(1);

    public OfficialSigner()
    {
        var folder = Path.Combine(Repository.Root, "tests", "EndToEnd", "Clients");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            throw new InvalidOperationException("The vendors' clients are not installed: run ./test.sh, or npm ci in tests/EndToEnd/Clients.");
        _node = Process.Start(new ProcessStartInfo("node", "sign.js") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    /// <param name="form">The form's fields; a name may not repeat here.</param>
    public Task<string> Sign(string token, string url, IReadOnlyDictionary<string, string> form) => Ask(new { token, url, @params = form });

    /// <param name="body">A form as it is posted, encoded.</param>
    public Task<string> SignBody(string token, string url, string body) => Ask(new { token, url, body });

    private async Task<string> Ask(object line)
    {
        await _one.WaitAsync();
        try
        {
            await _node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(line));
            await _node.StandardInput.FlushAsync();
            return await _node.StandardOutput.ReadLineAsync() ?? throw new IOException("The signer ended.");
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _node.Kill();
        _node.Dispose();
        _one.Dispose();
    }
}
