using System.Buffers.Binary;

namespace CoopAssistant.Programme.Recordings;

/// <summary>
/// Reads how long an OGG file with Opus sound is, and whether it is whole: every page is there in order and unharmed (RFC 3533,
/// RFC 7845), and its packets last as long as its clock says. Plays nothing and trusts no name or content type.
/// </summary>
public static class OggOpus
{
    private const int SamplesASecond = 48_000;

    /// <summary>Its length; null where it is not such a file, or is broken or cut off.</summary>
    public static TimeSpan? Length(ReadOnlySpan<byte> file)
    {
        if (!OggPage.TryRead(file, out var head) || PreSkip(head) is not { } preSkip) return null;
        var rest = file[head.Size..];
        var packets = new OpusPackets();
        long? begin = null;
        var end = 0L;
        for (var sequence = head.Sequence + 1; rest.Length > 0; sequence++)
        {
            if (!OggPage.TryRead(rest, out var page) || page.Serial != head.Serial || page.Sequence != sequence || !packets.Take(page)) return null;
            rest = rest[page.Size..];
            if (page.Granule < 0 || packets.Samples == 0) continue;
            begin ??= Math.Max(0, page.Granule - packets.Samples); // a recorder may have been running before
            end = page.Granule;
        }
        var played = end - (begin ?? 0) - preSkip;
        var isHonest = played > 0 && played <= packets.Samples && packets.Samples - played <= SamplesASecond;
        return isHonest ? TimeSpan.FromSeconds((double)played / SamplesASecond) : null;
    }

    /// <summary>Samples to leave out at the beginning; null where this is no header of Opus in one or two channels.</summary>
    private static int? PreSkip(OggPage head) =>
        head is { IsFirst: true, Body: { Length: >= 19 } body } && body.StartsWith("OpusHead"u8) && body[8] < 16 && body[9] is 1 or 2
            ? BinaryPrimitives.ReadUInt16LittleEndian(body[10..])
            : null;
}
