using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme;

/// <summary>How many there are, counted no further than anybody reads.</summary>
/// <param name="Total">At most <see cref="Most"/>.</param>
/// <param name="HasMore">There are more than that.</param>
public readonly record struct CappedCount(int Total, bool HasMore)
{
    public const int Most = 10_000;

    public static CappedCount Of(int counted) => new(Math.Min(counted, Most), counted > Most);

    /// <summary>Of rows without an order: the database stops after so many.</summary>
    public static async Task<CappedCount> Of<T>(IQueryable<T> rows, CancellationToken cancel) => Of(await rows.Take(Most + 1).CountAsync(cancel));
}
