using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>Gathers which bits change, and writes each block once.</summary>
internal sealed class BitChanges
{
    private readonly Dictionary<(string Term, int Block), List<(int Bit, bool IsSet)>> _changes = [];

    /// <summary>A registration lies under other terms than before; what follows from them moves with them.</summary>
    public void Move(int position, IReadOnlyCollection<string> before, IReadOnlyCollection<string> after)
    {
        var (old, now) = (SearchTerms.WithWhatFollows(before).ToHashSet(StringComparer.Ordinal), SearchTerms.WithWhatFollows(after).ToHashSet(StringComparer.Ordinal));
        foreach (var term in old.Except(now, StringComparer.Ordinal)) Note(term, position, isSet: false);
        foreach (var term in now.Except(old, StringComparer.Ordinal)) Note(term, position, isSet: true);
    }

    private void Note(string term, int position, bool isSet)
    {
        var block = (term, position / BitBlock.Size);
        if (!_changes.TryGetValue(block, out var bits)) _changes.Add(block, bits = []);
        bits.Add((position % BitBlock.Size, isSet));
    }

    public async Task Write(ProgrammeDb db, CancellationToken cancel)
    {
        if (_changes.Count == 0) return;
        var (terms, blocks) = (_changes.Keys.Select(key => key.Term).Distinct(StringComparer.Ordinal).ToList(), _changes.Keys.Select(key => key.Block).Distinct().ToList());
        var stored = await db.SearchBits.AsNoTracking().Where(b => EF.Parameter(terms).Contains(b.Term) && EF.Parameter(blocks).Contains(b.Block)).ToDictionaryAsync(b => (b.Term, b.Block), b => b.Bits, cancel);
        var written = new List<object[]>(_changes.Count);
        foreach (var ((term, block), changes) in _changes.OrderBy(change => change.Key.Term, StringComparer.Ordinal))
            written.Add([term, block, Changed(stored.GetValueOrDefault((term, block)), changes)]);
        await IndexRegistrations.Insert(db, "INSERT INTO search_bits (term, block, bits) VALUES", written, "ON CONFLICT (term, block) DO UPDATE SET bits = excluded.bits", cancel);

        // A word that nobody has any more does not stay behind.
        List<string> empty = [.. written.Where(row => row[2] is byte[] { Length: 0 }).Select(row => (string)row[0])];
        if (empty.Count > 0) await db.SearchBits.Where(b => EF.Parameter(empty).Contains(b.Term) && b.Bits.Length == 0).ExecuteDeleteAsync(cancel);
    }

    private static byte[] Changed(byte[]? stored, List<(int Bit, bool IsSet)> changes)
    {
        var bits = new ulong[BitBlock.Longs];
        BitBlock.Read(stored, bits);
        foreach (var (bit, isSet) in changes)
            if (isSet) bits[bit / 64] |= 1UL << (bit % 64);
            else bits[bit / 64] &= ~(1UL << (bit % 64));
        return BitBlock.Store(bits);
    }
}
