using System.Diagnostics;

namespace CoopAssistant.Benchmarks.Servers;

/// <summary>The program as docs/operations.md installs it: published once for a run, gone with it.</summary>
internal sealed class Published : IDisposable
{
    private readonly string? _own;

    private Published(string program, string? own) => (Program, _own) = (program, own);

    /// <summary>Path of <c>coop</c>.</summary>
    public string Program { get; }

    /// <param name="folder">Where it lies published already; null to do it now.</param>
    public static async Task<Published> Make(string? folder)
    {
        if (folder is not null) return new Published(Path.GetFullPath(Path.Combine(folder, "coop")), null);
        var own = Directory.CreateTempSubdirectory("coop-published-").FullName;
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Repository.Root, "src", "Host"), "-c", "Release", "-o", own, "-v", "q", "-nologo"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? new Published(Path.Combine(own, "coop"), own) : throw new InvalidOperationException($"dotnet publish failed:\n{said}");
    }

    public void Dispose()
    {
        if (_own is not null) Directory.Delete(_own, recursive: true);
    }
}
