using System.Diagnostics;

namespace CoopAssistant.Bot.Tests.Learning;

/// <summary>A PDF as Debian's pdftotext reads it.</summary>
internal static class Pdf
{
    public static string TextOf(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, pdf);
            using var process = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", path, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? text.Normalize() : throw new InvalidOperationException("pdftotext could not read it.");
        }
        finally
        {
            File.Delete(path);
        }
    }
}
