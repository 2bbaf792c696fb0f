using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Posters;

/// <summary>The staff's list of posters, newest first, with how many women came by each.</summary>
public sealed class ListPosters(ProgrammeDb db)
{
    /// <param name="Down">Those that were taken down, instead of those that hang.</param>
    public sealed record Request(Territory? Territory, bool Down)
    {
        public int Skip { get; init; }
        public int Take { get; init; } = 25;
    }

    /// <param name="Greeted">Contacts whose first message carried its code.</param>
    /// <param name="Registered">Registrations of women who came by it.</param>
    public sealed record Row(Poster Poster, int Greeted, int Registered);

    public sealed record Result(IReadOnlyList<Row> Rows, int Hanging, int Down);

    public async Task<Result> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var all = db.Posters.AsNoTracking().Within(request.Territory);
        var rows = await Counted(all.Where(p => p.RetiredAt != null == request.Down).OrderByDescending(p => p.Id).Skip(Math.Max(0, request.Skip)).Take(Math.Clamp(request.Take, 1, 200))).ToListAsync(cancel);
        return new(rows, await all.CountAsync(p => p.RetiredAt == null, cancel), await all.CountAsync(p => p.RetiredAt != null, cancel));
    }

    /// <returns>Null where there is none within the territory.</returns>
    public Task<Row?> One(long id, Territory? territory, CancellationToken cancel) =>
        Counted(db.Posters.AsNoTracking().Within(territory).Where(p => p.Id == id)).SingleOrDefaultAsync(cancel);

    private IQueryable<Row> Counted(IQueryable<Poster> posters) => posters.Select(p => new Row(
        p, db.PosterArrivals.Count(a => a.PosterId == p.Id && a.Event == PosterEvent.Greeted), db.PosterArrivals.Count(a => a.PosterId == p.Id && a.Event == PosterEvent.Registered)));
}
