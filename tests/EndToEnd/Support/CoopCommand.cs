using System.Diagnostics;

namespace CoopAssistant.EndToEnd.Support;

/// <param name="Errors">What it said on the error stream.</param>
internal sealed record CommandResult(int Code, string Output, string Errors);

/// <summary>A command of the program, as an engineer types it.</summary>
internal static class CoopCommand
{
    /// <param name="folder">Where it is called.</param>
    /// <param name="input">What is typed into it.</param>
    public static Task<CommandResult> Run(string folder, string input, params string[] arguments)
    {
        string[] content = arguments.Any(a => a.StartsWith("--Content:Path", StringComparison.Ordinal)) ? [] : [$"--Content:Path={Path.Combine(Repository.Root, "content")}"];
        return Dotnet(folder, input, [Path.Combine(AppContext.BaseDirectory, "coop.dll"), .. arguments, .. content]);
    }

    /// <summary>As the README starts it: <c>dotnet run --project src/Host</c> in the checkout, as it was built.</summary>
    public static Task<CommandResult> RunInCheckout(params string[] arguments) =>
        Dotnet(Repository.Root, "", ["run", "--project", "src/Host", "--no-build", "-c", Configuration, "--", .. arguments]);

    private static string Configuration => AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    private static async Task<CommandResult> Dotnet(string folder, string input, params string[] arguments)
    {
        var info = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) info.ArgumentList.Add(argument);
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
