using System.Diagnostics;

namespace CoopAssistant.EndToEnd.Support;

/// <param name="Errors">What it said on the error stream.</param>
internal sealed record CommandResult(int Code, string Output, string Errors);

/// <summary>A command of the program, as an engineer types it.</summary>
internal static class CoopCommand
{
    /// <param name="folder">Where it is called.</param>
    /// <param name="input">What is typed into it.</param>
    public static async Task<CommandResult> Run(string folder, string input, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        info.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "coop.dll"));
        foreach (var argument in arguments) info.ArgumentList.Add(argument);
        if (!arguments.Any(a => a.StartsWith("--Content:Path", StringComparison.Ordinal))) info.ArgumentList.Add($"--Content:Path={Path.Combine(Repository.Root, "content")}");
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var process = Process.Start(info)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
        return new CommandResult(process.ExitCode, await output, await errors);
    }
}
