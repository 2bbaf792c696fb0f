using System.Diagnostics;

namespace CoopAssistant.Bot.Tests.Learning;

/// <summary>A recording made by Debian's opusenc.</summary>
internal static class Voice
{
    public static byte[] Of(int seconds)
    {
        using var process = Process.Start(new ProcessStartInfo("opusenc", ["--quiet", "--bitrate", "16", "--raw", "--raw-rate", "16000", "--raw-chan", "1", "-", "-"])
        { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var writing = Task.Run(() =>
        {
            process.StandardInput.BaseStream.Write(new byte[seconds * 16_000 * 2]);
            process.StandardInput.Close();
        });
        using var sound = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(sound);
        process.WaitForExit();
        writing.Wait();
        return sound.ToArray();
    }
}
