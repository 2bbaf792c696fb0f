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

    private ulong[] Block(int block)
    {
        if (!_blocks.TryGetValue(block, out var bits)) _blocks.Add(block, bits = new ulong[BitBlock.Longs]);
        return bits;
    }
}
