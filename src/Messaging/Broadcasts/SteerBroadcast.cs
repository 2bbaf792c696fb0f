using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Messaging.Broadcasts;

public enum SteerResult
{
    Done,
    NotFound,

    /// <summary>It does not stand so that this could be done.</summary>
    NotNow,

    /// <summary>The number that was repeated is not the number it would go to now.</summary>
    OtherCount,

    /// <summary>It would go to nobody.</summary>
    Nobody,
    ChangedMeanwhile,
}

/// <summary>Staff confirm a broadcast, pause it, go on, stop it, or throw a draft away.</summary>
public sealed class SteerBroadcast(MessagingDb db, CountAudience count, BroadcastPrices prices, IOptions<BroadcastOptions> options, TimeProvider clock)
{
    /// <param name="typed">The number of phones and browsers, as who confirms has read and repeated it.</param>
    public Task<SteerResult> Confirm(long id, int typed, Territory? territory, CancellationToken cancel) => Change(id, territory, async broadcast =>
    {
        if (broadcast.State != BroadcastState.Draft) return SteerResult.NotNow;
        var audience = await count.Handle(broadcast, cancel);
        if (audience.IsCounting) return SteerResult.OtherCount; // nobody has read a number yet
        if (audience.Reached == 0) return SteerResult.Nobody;
        if (audience.Reached != typed) return SteerResult.OtherCount;
        var estimate = await prices.Estimate(broadcast.Country, audience.Paid, cancel);
        return Of(broadcast.Confirm(typed, options.Value.PerMinute, estimate, clock.GetUtcNow()));
    }, cancel);

    public Task<SteerResult> Pause(long id, Territory? territory, CancellationToken cancel) => Change(id, territory, b => Task.FromResult(Of(b.Pause())), cancel);

    public Task<SteerResult> Resume(long id, Territory? territory, CancellationToken cancel) => Change(id, territory, b => Task.FromResult(Of(b.Resume())), cancel);

    public Task<SteerResult> Cancel(long id, Territory? territory, CancellationToken cancel) => Change(id, territory, b => Task.FromResult(Of(b.Cancel(clock.GetUtcNow()))), cancel);

    public Task<SteerResult> Discard(long id, Territory? territory, CancellationToken cancel) => Change(id, territory, b =>
    {
        if (b.State != BroadcastState.Draft) return Task.FromResult(SteerResult.NotNow);
        db.Broadcasts.Remove(b);
        return Task.FromResult(SteerResult.Done);
    }, cancel);

    /// <summary>A new draft, with the same words, for whom this one did not reach.</summary>
    /// <returns>Its id; null where this one goes on still, or is out of sight.</returns>
    public async Task<long?> Repeat(long id, string author, Territory? territory, CancellationToken cancel)
    {
        var ended = await db.Broadcasts.AsNoTracking().Within(territory).SingleOrDefaultAsync(b => b.Id == id && (b.State == BroadcastState.Finished || b.State == BroadcastState.Cancelled), cancel);
        if (ended is null) return null;
        var draft = Broadcast.Draft(ended.Title, ended.Segment, ended.Message, author, clock.GetUtcNow(), repeats: id);
        db.Broadcasts.Add(draft);
        await db.SaveAsync(cancel);
        return draft.Id;
    }

    private async Task<SteerResult> Change(long id, Territory? territory, Func<Broadcast, Task<SteerResult>> change, CancellationToken cancel)
    {
        if (await db.Broadcasts.Within(territory).SingleOrDefaultAsync(b => b.Id == id, cancel) is not { } broadcast) return SteerResult.NotFound;
        var result = await change(broadcast);
        if (result != SteerResult.Done) return result;
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return SteerResult.ChangedMeanwhile;
        }
        return result;
    }

    private static SteerResult Of(bool isDone) => isDone ? SteerResult.Done : SteerResult.NotNow;
}
