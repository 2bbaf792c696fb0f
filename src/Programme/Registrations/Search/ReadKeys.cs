using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>Which of many registrations are on a page, however far back and in whatever order: without a look at their rows.</summary>
public sealed class ReadKeys(ProgrammeDb db)
{
    /// <param name="Positions">Those of the page, and who is equal to its first or last.</param>
    /// <param name="Before">How many come before all of them.</param>
    internal sealed record Near(int[] Positions, int Before);

    /// <summary>Some neighbours of those found, and between which keys theirs lie.</summary>
    private sealed record Piece(int Chunk, int Count, long Lowest, long Highest);

    /// <returns>Null where the order of some is not known.</returns>
    internal async Task<Near?> Handle(Bitmap found, RegistrationOrder order, int skip, int take, CancellationToken cancel)
    {
        var (kind, flip) = SortKeys.Of(order) is (var by, var isDescending) ? (by, isDescending ? -1L : 0L) : default;
        if (await Pieces(found, kind, flip, cancel) is not { } pieces) return null;
        var (needed, below) = Needed(pieces, skip, take);

        var count = needed.Sum(piece => piece.Count);
        var (positions, keys) = (new int[count], new long[count]);
        if (await Read(found, kind, flip, needed.ConvertAll(piece => piece.Chunk), positions, keys, cancel) < count) return null;
        long[] moved = [.. keys];
        var (first, last) = (SortKeys.At(moved, skip - below), SortKeys.At(moved, Math.Min(skip + take - below, count) - 1));
        var (near, before) = (new List<int>(take), below);
        for (var at = 0; at < count; at++)
            if (keys[at] < first) before++;
            else if (keys[at] <= last) near.Add(positions[at]);
        return new([.. near], before);
    }

    private async Task<List<Piece>?> Pieces(Bitmap found, SortKind kind, long flip, CancellationToken cancel)
    {
        var ends = await db.SearchKeys.AsNoTracking().Where(k => k.Kind == kind && k.Chunk < 0).ToDictionaryAsync(k => k.Chunk, k => k.Keys, cancel);
        var pieces = new List<Piece>();
        foreach (var chunk in found.Chunks)
        {
            var (row, at) = SortKeys.Ends(chunk);
            if (!ends.TryGetValue(row, out var stored) || SortKeys.Read(stored, at) == 0) return null;
            var (one, other) = (SortKeys.Read(stored, at) ^ flip, SortKeys.Read(stored, at + 1) ^ flip);
            pieces.Add(new(chunk, found.CountIn(chunk), Math.Min(one, other), Math.Max(one, other)));
        }
        return pieces;
    }

    /// <summary>Where the page may lie, and how many are before: times follow the positions, so that these are a few for them; for names they are all.</summary>
    private static (List<Piece> Needed, int Below) Needed(List<Piece> pieces, int skip, int take)
    {
        var all = pieces.Sum(piece => piece.Count);
        var (last, behind) = (Math.Min(skip + take, all), all - skip);
        var (highest, lowest) = (pieces.OrderBy(piece => piece.Highest).First(piece => (last -= piece.Count) <= 0).Highest, pieces.OrderByDescending(piece => piece.Lowest).First(piece => (behind -= piece.Count) <= 0).Lowest);
        return (pieces.FindAll(piece => piece.Lowest <= highest && piece.Highest >= lowest), pieces.Where(piece => piece.Highest < lowest).Sum(piece => piece.Count));
    }

    /// <returns>How many were read.</returns>
    private async Task<int> Read(Bitmap found, SortKind kind, long flip, List<int> chunks, int[] positions, long[] keys, CancellationToken cancel)
    {
        var read = 0;
        await foreach (var row in db.SearchKeys.AsNoTracking().Where(k => k.Kind == kind && EF.Parameter(chunks).Contains(k.Chunk)).Select(k => new { k.Chunk, k.Keys }).AsAsyncEnumerable().WithCancellation(cancel))
            foreach (var at in found.In(row.Chunk))
                (positions[read], keys[read++]) = ((row.Chunk * SortKeys.Chunk) + at, SortKeys.Read(row.Keys, at) ^ flip);
        return read;
    }
}
