using System.Buffers.Binary;

namespace CoopAssistant.Bot.Turns;

/// <summary>
/// The ring of her last message ids: a duplicate is known without an index. Of each id a mark is kept, eight characters of 48 bits
/// (FNV-1a, folded): whole ids were most of a state. That two of one woman's messages share a mark happens once in some ten million million of her messages.
/// </summary>
internal static class SeenIds
{
    /// <summary>Providers repeat within minutes; this many of her messages reach further back.</summary>
    public const int Kept = 16;

    private const int MarkLength = 8;

    public static string MarkOf(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var sign in id) hash = (hash ^ sign) * 1099511628211UL;
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, hash ^ (hash >> 48));
        return Convert.ToBase64String(bytes[2..]);
    }

    public static bool Has(string marks, string mark)
    {
        for (var at = 0; at < marks.Length; at += MarkLength)
            if (string.CompareOrdinal(marks, at, mark, 0, MarkLength) == 0) return true;
        return false;
    }

    public static string With(string marks, string mark) =>
        string.Concat(marks.AsSpan(Math.Max(0, marks.Length - ((Kept - 1) * MarkLength))), mark);
}
