using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>Gathers by what registrations are put in order, and writes each row that changes once.</summary>
internal sealed class KeyChanges
{
    private readonly Dictionary<(SortKind Kind, int Chunk), List<(int At, ulong Key)>> _changes = [];

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
        var chunks = _changes.Keys.Select(key => key.Chunk).Distinct().ToList();
        var stored = await db.SearchKeys.AsNoTracking().Where(k => EF.Parameter(chunks).Contains(k.Chunk)).ToDictionaryAsync(k => (k.Kind, k.Chunk), k => k.Keys, cancel);
        var written = new List<object[]>();
        foreach (var ((kind, chunk), changes) in _changes.OrderBy(change => change.Key))
        {
            var keys = stored.GetValueOrDefault((kind, chunk)) ?? SortKeys.Empty();
            if (changes.Count(change => SortKeys.Write(keys, change.At, change.Key)) > 0) written.Add([(int)kind, chunk, keys]);
        }
        await IndexRegistrations.Insert(db, "INSERT INTO search_keys (kind, chunk, keys) VALUES", written, "ON CONFLICT (kind, chunk) DO UPDATE SET keys = excluded.keys", cancel);
    }
}
