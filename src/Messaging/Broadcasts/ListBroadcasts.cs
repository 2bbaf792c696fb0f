using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Broadcasts;

/// <summary>The staff's list of broadcasts, newest first.</summary>
public sealed class ListBroadcasts(MessagingDb db)
{
    public sealed record Result(IReadOnlyList<Broadcast> Rows, int Total);

    public async Task<Result> Handle(Territory? territory, int skip, int take, CancellationToken cancel)
    {
        var all = db.Broadcasts.AsNoTracking().Within(territory);
        return new(await all.OrderByDescending(b => b.Id).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, 200)).ToListAsync(cancel), await all.CountAsync(cancel));
    }

    /// <summary>Those that go on.</summary>
    public Task<List<long>> Active(CancellationToken cancel) =>
        db.Broadcasts.AsNoTracking().Where(b => b.State == BroadcastState.Preparing || b.State == BroadcastState.Sending).OrderBy(b => b.Id).Select(b => b.Id).ToListAsync(cancel);
}
