using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>Which of many registrations are on a page, however far back and in whatever order: without a look at their rows.</summary>
public sealed class ReadKeys(ProgrammeDb db)
{
    /// <param name="Positions">Those of the page, and who is equal to its first or last.</param>
    /// <param name="Before">How many come before all of them.</param>
    internal sealed record Near(int[] Positions, int Before);

    /// <returns>Null where the order of some is not known.</returns>
    internal async Task<Near?> Handle(Bitmap found, RegistrationOrder order, int skip, int take, CancellationToken cancel)
    {
        var count = found.Count;
        var (positions, keys) = (new int[count], new ulong[count]);
        if (await Read(found, order, positions, keys, cancel) < count) return null;
        ulong[] moved = [.. keys];
        var (first, last) = (SortKeys.At(moved, skip), SortKeys.At(moved, Math.Min(skip + take, count) - 1));
        var (near, before) = (new List<int>(take), 0);
        for (var at = 0; at < count; at++)
            if (keys[at] < first) before++;
            else if (keys[at] <= last) near.Add(positions[at]);
        return new([.. near], before);
    }

    /// <returns>How many were read.</returns>
    private async Task<int> Read(Bitmap found, RegistrationOrder order, int[] positions, ulong[] keys, CancellationToken cancel)
    {
        var ((kind, isDescending), read) = (SortKeys.Of(order), 0);
        var (flip, chunks) = (isDescending ? ulong.MaxValue : 0UL, found.Chunks.ToList());
        await foreach (var row in db.SearchKeys.AsNoTracking().Where(k => k.Kind == kind && EF.Parameter(chunks).Contains(k.Chunk)).Select(k => new { k.Chunk, k.Keys }).AsAsyncEnumerable().WithCancellation(cancel))
            foreach (var at in found.In(row.Chunk))
                (positions[read], keys[read++]) = ((row.Chunk * SortKeys.Chunk) + at, SortKeys.Read(row.Keys, at) ^ flip);
        return read;
    }
}
