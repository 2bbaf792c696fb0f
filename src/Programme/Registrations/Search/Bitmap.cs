using System.Numerics;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>A set of positions, in blocks of which the empty ones are left out.</summary>
internal sealed class Bitmap
{
    private readonly SortedDictionary<int, ulong[]> _blocks = [];

    public static Bitmap Of(IEnumerable<int> positions)
    {
        var bitmap = new Bitmap();
        foreach (var position in positions) bitmap.Block(position / BitBlock.Size)[position % BitBlock.Size / 64] |= 1UL << (position % 64);
        return bitmap;
    }

    public static Bitmap Union(IEnumerable<Bitmap> all)
    {
        var union = new Bitmap();
        foreach (var (block, bits) in all.SelectMany(one => one._blocks))
        {
            var into = union.Block(block);
            for (var at = 0; at < into.Length; at++) into[at] |= bits[at];
        }
        return union;
    }

    /// <summary>Takes in a block as it is stored.</summary>
    public void Add(int block, byte[] stored) => BitBlock.Read(stored, Block(block));

    public Bitmap And(Bitmap other)
    {
        var both = new Bitmap();
        foreach (var (block, bits) in _blocks)
        {
            if (!other._blocks.TryGetValue(block, out var others)) continue;
            var (kept, any) = (new ulong[BitBlock.Longs], 0UL);
            for (var at = 0; at < kept.Length; at++) any |= kept[at] = bits[at] & others[at];
            if (any != 0) both._blocks.Add(block, kept);
        }
        return both;
    }

    public int Count => _blocks.Values.Sum(bits => BitBlock.Count(bits));

    public bool Has(int position) => _blocks.TryGetValue(position / BitBlock.Size, out var bits) && (bits[position % BitBlock.Size / 64] & (1UL << (position % 64))) != 0;

    /// <summary>In order.</summary>
    public IEnumerable<int> Positions
    {
        get
        {
            foreach (var (block, bits) in _blocks)
                for (var index = 0; index < bits.Length; index++)
                    for (var rest = bits[index]; rest != 0; rest &= rest - 1)
                        yield return (block * BitBlock.Size) + (index * 64) + BitOperations.TrailingZeroCount(rest);
        }
    }

    /// <summary>In which pieces of <see cref="SortKeys.Chunk"/> positions there are any.</summary>
    public IEnumerable<int> Chunks =>
        from block in _blocks
        from chunk in Enumerable.Range(0, BitBlock.Size / SortKeys.Chunk)
        where block.Value.AsSpan(chunk * LongsInChunk, LongsInChunk).ContainsAnyExcept(0UL)
        select (block.Key * (BitBlock.Size / SortKeys.Chunk)) + chunk;

    public int CountIn(int chunk) =>
        _blocks.TryGetValue(chunk * SortKeys.Chunk / BitBlock.Size, out var bits) ? BitBlock.Count(bits.AsSpan(chunk * LongsInChunk % BitBlock.Longs, LongsInChunk)) : 0;

    /// <summary>Those in such a piece, counted from its beginning, in order.</summary>
    public IEnumerable<int> In(int chunk)
    {
        if (!_blocks.TryGetValue(chunk * SortKeys.Chunk / BitBlock.Size, out var bits)) yield break;
        var first = chunk * LongsInChunk % BitBlock.Longs;
        for (var index = 0; index < LongsInChunk; index++)
            for (var rest = bits[first + index]; rest != 0; rest &= rest - 1)
                yield return (index * 64) + BitOperations.TrailingZeroCount(rest);
    }

    private const int LongsInChunk = SortKeys.Chunk / 64;

    private ulong[] Block(int block)
    {
        if (!_blocks.TryGetValue(block, out var bits)) _blocks.Add(block, bits = new ulong[BitBlock.Longs]);
        return bits;
    }
}
