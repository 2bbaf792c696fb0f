using System.IO.Compression;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Groups.Files;

/// <summary>What a file of a group may be.</summary>
public enum GroupFileKind
{
    Pdf = 0,
    Jpeg = 1,
    Png = 2,

    /// <summary>A text as Word writes it, without macros.</summary>
    Docx = 3,

    /// <summary>A workbook as Excel writes it, without macros.</summary>
    Xlsx = 4,

    /// <summary>A text as LibreOffice writes it.</summary>
    Odt = 5,
}

/// <summary>Tells what a file is by its bytes, whatever its name says.</summary>
public static class GroupFileKinds
{
    /// <summary>Null for everything that is not taken, also for what is broken or carries macros.</summary>
    public static GroupFileKind? Of(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.AsSpan().StartsWith("%PDF-"u8)) return GroupFileKind.Pdf;
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return GroupFileKind.Jpeg;
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return GroupFileKind.Png;
        return bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? OfZip(bytes) : null;
    }

    /// <summary>The media type under which it is sent.</summary>
    public static string ContentType(this GroupFileKind kind) => kind switch
    {
        GroupFileKind.Pdf => "application/pdf",
        GroupFileKind.Jpeg => "image/jpeg",
        GroupFileKind.Png => "image/png",
        GroupFileKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        GroupFileKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/vnd.oasis.opendocument.text",
    };

    /// <summary>The name without path and signs that systems refuse, short enough, with the ending that fits the bytes.</summary>
    public static string SafeName(string? sent, GroupFileKind kind)
    {
        var bare = FreeText.Clean(sent);
        bare = Path.GetFileNameWithoutExtension(bare[(bare.LastIndexOfAny(['/', '\\']) + 1)..]);
        var clean = string.Concat(bare.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '(' or ')')).Trim(' ', '.');
        clean = FreeText.Shorten(clean, GroupFile.LongestName - 5);
        return $"{(clean.Length == 0 ? "archivo" : clean)}.{(kind == GroupFileKind.Jpeg ? "jpg" : kind.ToString().ToLowerInvariant())}";
    }

    /// <summary>Only the directory and one small entry are read; nothing is unpacked.</summary>
    private static GroupFileKind? OfZip(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
            var names = zip.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return null;
            if (names.Contains("word/document.xml") && names.Contains("[Content_Types].xml")) return GroupFileKind.Docx;
            if (names.Contains("xl/workbook.xml") && names.Contains("[Content_Types].xml")) return GroupFileKind.Xlsx;
            if (zip.GetEntry("mimetype") is not { Length: < 100 } said || names.Any(name => name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase))) return null;
            using var text = new StreamReader(said.Open());
            return text.ReadToEnd() == GroupFileKind.Odt.ContentType() ? GroupFileKind.Odt : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
