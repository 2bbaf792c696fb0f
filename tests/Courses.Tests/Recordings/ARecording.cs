using System.Globalization;

namespace CoopAssistant.Courses.Tests.Recordings;

/// <summary>Sound made by Debian's own opusenc: a tone, as OGG with Opus at 16 kbit/s.</summary>
internal static class ARecording
{
    private const int Rate = 16_000;

    public static byte[] Of(double seconds, int tone = 440, int bitrate = 16) =>
        Tool.Run("opusenc", ["--quiet", "--bitrate", $"{bitrate}", "-", "-"], Wave(seconds, tone));

    /// <summary>How long another program says it plays.</summary>
    public static double LengthByOpusInfo(byte[] file)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            var said = Tool.Says("opusinfo", path);
            var length = said.Split('\n').Single(line => line.Contains("Playback length:", StringComparison.Ordinal)).Split(": ")[1].Split("m:"); // 1m:01.000s
            return int.Parse(length[0], CultureInfo.InvariantCulture) * 60 + double.Parse(length[1].TrimEnd('s'), CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The same with a page's fields changed and its checksum set right again.</summary>
    public static byte[] WithPageChanged(byte[] file, Index page, Action<Memory<byte>> change)
    {
        var copy = file.ToArray();
        var starts = Enumerable.Range(0, copy.Length - 4).Where(at => copy.AsSpan(at).StartsWith("OggS"u8)).ToList();
        var number = page.GetOffset(starts.Count);
        var memory = copy.AsMemory(starts[number]..(number + 1 < starts.Count ? starts[number + 1] : copy.Length));
        change(memory);
        BitConverter.TryWriteBytes(memory.Span[22..], Programme.Recordings.OggPage.Check(memory.Span));
        return copy;
    }

    private static byte[] Wave(double seconds, int tone)
    {
        using var bytes = new MemoryStream();
        using var wave = new BinaryWriter(bytes);
        var samples = (int)(seconds * Rate);
        wave.Write("RIFF"u8);
        wave.Write(36 + samples * 2);
        wave.Write("WAVEfmt "u8);
        wave.Write(16);
        wave.Write((short)1);
        wave.Write((short)1);
        wave.Write(Rate);
        wave.Write(Rate * 2);
        wave.Write((short)2);
        wave.Write((short)16);
        wave.Write("data"u8);
        wave.Write(samples * 2);
        for (var at = 0; at < samples; at++) wave.Write((short)(8000 * Math.Sin(2 * Math.PI * tone * at / Rate)));
        return bytes.ToArray();
    }
}
