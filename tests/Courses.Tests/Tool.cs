using System.Diagnostics;
using System.Text;

namespace CoopAssistant.Courses.Tests;

/// <summary>Other people's programs, which read what we write.</summary>
internal static class Tool
{
    public static string Says(string program, params string[] arguments) => Encoding.UTF8.GetString(Run(program, arguments, []));

    public static byte[] Run(string program, string[] arguments, byte[] input)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync();
        var writing = Task.Run(() =>
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        });
        using var output = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(output);
        process.WaitForExit();
        writing.Wait();
        Assert.True(process.ExitCode == 0, $"{program}: {errors.Result}");
        return output.ToArray();
    }
}
