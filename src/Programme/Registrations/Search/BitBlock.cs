using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>
/// How a block of <see cref="Size"/> bits is stored, after Roaring bitmaps (Chambi, Lemire and others, 2016): few are listed, two bytes each, in order;
/// many are the bits themselves, eight kilobytes. Little-endian.
/// </summary>
internal static class BitBlock
{
    public const int Size = 65_536;
    public const int Longs = Size / 64;
    private const int Bytes = Size / 8;

    /// <summary>One less than takes as much room as the bits, so that the length tells which it is.</summary>
    private const int MostListed = (Bytes / 2) - 1;

    public static byte[] Store(ReadOnlySpan<ulong> bits)
    {
        var count = Count(bits);
        if (count > MostListed) return MemoryMarshal.AsBytes(bits).ToArray();
        var (stored, at) = (new byte[count * 2], 0);
        for (var index = 0; index < bits.Length; index++)
            for (var rest = bits[index]; rest != 0; rest &= rest - 1, at += 2)
                BinaryPrimitives.WriteUInt16LittleEndian(stored.AsSpan(at), (ushort)((index * 64) + BitOperations.TrailingZeroCount(rest)));
        return stored;
    }

    /// <summary>Sets those that are stored; the others stay as they are.</summary>
    public static void Read(ReadOnlySpan<byte> stored, Span<ulong> bits)
    {
        if (stored.Length == Bytes)
        {
            var all = MemoryMarshal.Cast<byte, ulong>(stored);
            for (var index = 0; index < bits.Length; index++) bits[index] |= all[index];
            return;
        }
        for (var at = 0; at + 1 < stored.Length; at += 2)
        {
            var bit = BinaryPrimitives.ReadUInt16LittleEndian(stored[at..]);
            bits[bit / 64] |= 1UL << (bit % 64);
        }
    }

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var some in bits) count += BitOperations.PopCount(some);
        return count;
    }
}
