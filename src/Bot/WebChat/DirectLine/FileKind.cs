namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>What a file is, told by its first bytes. The sender's word counts only where one container holds sound or pictures.</summary>
internal static class FileKind
{
    private const int LongestName = 80;

    /// <summary>Its content type where it is a picture, sound or PDF; null for everything else, which we do not take.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes, string said)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "image/jpeg";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return "image/png";
        if (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WEBP"u8)) return "image/webp";
        if (bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..].StartsWith("WAVE"u8)) return "audio/wav";
        if (bytes.StartsWith("%PDF-"u8)) return "application/pdf";
        if (bytes.StartsWith("OggS"u8)) return "audio/ogg";
        if (bytes.StartsWith("#!AMR"u8)) return "audio/amr";
        if (bytes.StartsWith("ID3"u8) || (bytes.Length > 2 && bytes[0] == 0xFF && (bytes[1] & 0xE6) == 0xE2)) return "audio/mpeg";
        if (bytes.Length > 2 && bytes[0] == 0xFF && (bytes[1] & 0xF6) == 0xF0) return "audio/aac";
        var isSound = said.StartsWith("audio/", StringComparison.OrdinalIgnoreCase);
        if (isSound && bytes.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return "audio/webm";
        if (isSound && bytes.Length > 12 && bytes[4..].StartsWith("ftyp"u8)) return "audio/mp4";
        return null;
    }

    /// <summary>The name without path and control characters, short enough, with the ending that fits the bytes.</summary>
    public static string SafeName(string name, string kind)
    {
        var bare = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(Path.GetFileNameWithoutExtension(bare).Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Trim();
        if (clean.Length > LongestName) clean = clean[..LongestName];
        return $"{(clean.Length == 0 ? "archivo" : clean)}.{Ending(kind)}";
    }

    /// <summary>The name of a file she sent, out of the address where it lies.</summary>
    public static string NameIn(string url) => Uri.UnescapeDataString(url[(url.LastIndexOf('/') + 1)..]);

    private static string Ending(string kind) => kind switch
    {
        "image/jpeg" => "jpg",
        "application/pdf" => "pdf",
        "audio/mpeg" => "mp3",
        "audio/mp4" => "m4a",
        _ => kind[(kind.IndexOf('/', StringComparison.Ordinal) + 1)..],
    };
}
