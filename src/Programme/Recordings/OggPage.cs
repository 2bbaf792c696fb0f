using System.Buffers.Binary;

namespace CoopAssistant.Programme.Recordings;

/// <summary>One page of an OGG file (RFC 3533, 6).</summary>
public readonly ref struct OggPage
{
    private const int HeaderSize = 27;
    private static readonly uint[] CheckTable = [.. Enumerable.Range(0, 256).Select(CheckOf)];

    private OggPage(ReadOnlySpan<byte> bytes, int lacing)
    {
        Size = bytes.Length;
        IsFirst = (bytes[5] & 2) != 0;
        Granule = BinaryPrimitives.ReadInt64LittleEndian(bytes[6..]);
        Serial = BinaryPrimitives.ReadUInt32LittleEndian(bytes[14..]);
        Sequence = BinaryPrimitives.ReadUInt32LittleEndian(bytes[18..]);
        Lacing = bytes.Slice(HeaderSize, lacing);
        Body = bytes[(HeaderSize + lacing)..];
    }

    public int Size { get; }
    public bool IsFirst { get; }

    /// <summary>Samples up to the last packet that ends here; -1 where none does.</summary>
    public long Granule { get; }
    public uint Serial { get; }
    public uint Sequence { get; }
    public ReadOnlySpan<byte> Lacing { get; }
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>False where no whole, unharmed page begins here.</summary>
    public static bool TryRead(ReadOnlySpan<byte> from, out OggPage page)
    {
        page = default;
        if (from.Length < HeaderSize || !from.StartsWith("OggS"u8) || from[4] != 0) return false;
        int lacing = from[26];
        if (from.Length < HeaderSize + lacing) return false;
        var size = HeaderSize + lacing;
        foreach (var length in from.Slice(HeaderSize, lacing)) size += length;
        if (from.Length < size || Check(from[..size]) != BinaryPrimitives.ReadUInt32LittleEndian(from[22..])) return false;
        page = new OggPage(from[..size], lacing);
        return true;
    }

    /// <summary>The checksum counts its own four bytes as zero.</summary>
    public static uint Check(ReadOnlySpan<byte> page)
    {
        var sum = 0u;
        for (var at = 0; at < page.Length; at++)
            sum = (sum << 8) ^ CheckTable[(byte)((sum >> 24) ^ (at is >= 22 and < 26 ? 0 : page[at]))];
        return sum;
    }

    private static uint CheckOf(int value)
    {
        var sum = (uint)value << 24;
        for (var bit = 0; bit < 8; bit++) sum = (sum & 0x80000000) != 0 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
        return sum;
    }
}
