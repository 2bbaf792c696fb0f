using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>
/// One page of the registrations in a bitmap. Few are fetched and put in order; where most are among those looked for, the registrations are gone
/// through in their order until the page is full; else the index says who is on it. Where it does not know, more of them are gone through.
/// </summary>
public sealed class ReadRows(ProgrammeDb db, ReadKeys keys)
{
    /// <summary>So many at most are fetched for a page of them.</summary>
    private const int Few = 1_000;

    /// <summary>So many at most are gone through, where a third of them would do if those looked for lay evenly among the others.</summary>
    private const int MostPassed = 3_000;
    private const int Unevenness = 3;

    /// <summary>So many are tried first: a database that fetches all it is asked for would fetch thousands for a page of five.</summary>
    private const int FewPassed = 200;

    /// <param name="among">How many there are in the status, or in all: those that are gone through.</param>
    internal async Task<List<FindRegistrations.Row>> Handle(Bitmap found, int among, FindRegistrations.Request request, CancellationToken cancel)
    {
        var (count, skip, take) = (found.Count, Math.Max(0, request.Skip), Math.Clamp(request.Take, 1, FindRegistrations.LargestPage));
        if (skip >= count) return [];
        if (count <= Few) return await Rows([.. found.Positions], request, skip, take, cancel);
        var expected = (double)Math.Min(skip + take, count) * among / count;
        if (Unevenness * expected <= FewPassed && await Walk(found, FewPassed, request, cancel) is { } first) return await Rows([.. first], request, 0, take, cancel);
        if (await keys.Handle(found, request.Order, skip, take, cancel) is { } near) return await Rows(near.Positions, request, skip - near.Before, take, cancel);
        if (Unevenness * expected <= MostPassed && await Walk(found, MostPassed, request, cancel) is { } page) return await Rows([.. page], request, 0, take, cancel);
        return await Rows([.. found.Positions], request, skip, take, cancel);
    }

    /// <summary>Those at the positions, in the order asked for.</summary>
    internal async Task<List<FindRegistrations.Row>> Rows(int[] positions, FindRegistrations.Request request, int skip, int take, CancellationToken cancel)
    {
        var there = db.SearchEntries.Where(e => EF.Parameter(positions).Contains(e.Position)).Join(db.Registrations.AsNoTracking(), e => e.RegistrationId, r => (RegistrationId?)r.Id, (e, r) => r);
        var rows = await FindRegistrations.Rows(FindRegistrations.Sort(there, request.Order).Skip(skip).Take(take), db).ToListAsync(cancel);

        // What changed since it was indexed is no longer asked for; and nobody sees what is not hers or his, whatever the index says.
        rows.RemoveAll(row => request.Territory?.Covers(row.Country, row.RegionCode, row.PlaceCode) == false || (request.Status is { } status && row.Status != status));
        return rows;
    }

    /// <param name="passed">So many at most are gone through.</param>
    /// <returns>The page's positions; null where it is not full by then.</returns>
    internal async Task<List<int>?> Walk(Bitmap found, int passed, FindRegistrations.Request request, CancellationToken cancel)
    {
        var (skip, take) = (Math.Max(0, request.Skip), Math.Clamp(request.Take, 1, FindRegistrations.LargestPage));
        var all = request.Status is { } status ? db.Registrations.Where(r => r.Status == status) : db.Registrations;
        var (page, seen) = (new List<int>(take), 0);
        await foreach (var position in InOrder(all, request.Order).Take(passed).AsAsyncEnumerable().WithCancellation(cancel))
        {
            seen++;
            if (!found.Has(position) || skip-- > 0) continue;
            page.Add(position);
            if (page.Count == take) return page;
        }
        return seen < passed ? page : null;
    }

    private IQueryable<int> InOrder(IQueryable<Registration> all, RegistrationOrder order)
    {
        var entries = from r in all join e in db.SearchEntries on (RegistrationId?)r.Id equals e.RegistrationId select new { r, e.Position };
        return (order switch
        {
            RegistrationOrder.OldestFirst => entries.OrderBy(x => x.r.SubmittedAt).ThenBy(x => x.r.Id),
            RegistrationOrder.LastChangedFirst => entries.OrderByDescending(x => x.r.ChangedAt).ThenByDescending(x => x.r.Id),
            RegistrationOrder.Name => entries.OrderBy(x => x.r.SearchName).ThenBy(x => x.r.Id),
            _ => entries.OrderByDescending(x => x.r.SubmittedAt).ThenByDescending(x => x.r.Id),
        }).Select(x => x.Position);
    }
}
