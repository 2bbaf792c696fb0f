using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>Gathers by what registrations are put in order, and writes each row that changes once.</summary>
internal sealed class KeyChanges
{
    private readonly Dictionary<(SortKind Kind, int Chunk), List<(int At, long Key)>> _changes = [];

    public void Note(int position, Registration registration)
    {
        foreach (var kind in Enum.GetValues<SortKind>())
        {
            var chunk = (kind, position / SortKeys.Chunk);
            if (!_changes.TryGetValue(chunk, out var keys)) _changes.Add(chunk, keys = []);
            keys.Add((position % SortKeys.Chunk, SortKeys.Of(registration, kind)));
        }
    }

    public async Task Write(ProgrammeDb db, CancellationToken cancel)
    {
        if (_changes.Count == 0) return;
        var chunks = _changes.Keys.SelectMany(key => new[] { key.Chunk, SortKeys.Ends(key.Chunk).Chunk }).Distinct().ToList();
        var rows = await db.SearchKeys.AsNoTracking().Where(k => EF.Parameter(chunks).Contains(k.Chunk)).ToDictionaryAsync(k => (k.Kind, k.Chunk), k => k.Keys, cancel);
        byte[] Row(SortKind kind, int chunk) => rows.TryGetValue((kind, chunk), out var known) ? known : rows[(kind, chunk)] = SortKeys.Empty();

        var written = new HashSet<(SortKind Kind, int Chunk)>();
        foreach (var ((kind, chunk), changes) in _changes)
        {
            var keys = Row(kind, chunk);
            if (changes.Count(change => SortKeys.Write(keys, change.At, change.Key)) == 0) continue;
            written.Add((kind, chunk));
            var (ends, (lowest, highest)) = (SortKeys.Ends(chunk), SortKeys.EndsOf(keys));
            var row = Row(kind, ends.Chunk);
            if (SortKeys.Write(row, ends.At, lowest) | SortKeys.Write(row, ends.At + 1, highest)) written.Add((kind, ends.Chunk));
        }
        await IndexRegistrations.Insert(
            db, "INSERT INTO search_keys (kind, chunk, keys) VALUES",
            [.. written.Order().Select(key => new object[] { (int)key.Kind, key.Chunk, rows[key] })], "ON CONFLICT (kind, chunk) DO UPDATE SET keys = excluded.keys", cancel);
    }
}
