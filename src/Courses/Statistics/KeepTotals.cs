using CoopAssistant.Programme;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Courses.Statistics;

/// <summary>Counts again when the totals are old: after ten minutes, or later where counting takes long. One process at a time does it.</summary>
public sealed class RefreshTotals(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(200);
    private static readonly SemaphoreSlim Counting = new(1, 1); // of both faces: else each would count the same when a program starts

    /// <summary>For the background.</summary>
    public Task WhenOld(CancellationToken cancel) => Count(took => CountingPause.After(took, Pause), cancel);

    /// <summary>For a page: counts at once where that is quick, so that a small programme sees its numbers as they are.</summary>
    public Task WhenQuick(CancellationToken cancel) => Count(took => took < Quick ? TimeSpan.Zero : TimeSpan.MaxValue, cancel);

    private async Task Count(Func<TimeSpan, TimeSpan> keepFor, CancellationToken cancel)
    {
        await Counting.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CoursesDb>();
            var stamp = await db.TotalsStamps.AsNoTracking().SingleOrDefaultAsync(cancel);
            if (stamp is not null && clock.GetUtcNow() - stamp.At < keepFor(TimeSpan.FromMilliseconds(stamp.Milliseconds))) return;
            await scope.ServiceProvider.GetRequiredService<CountLearning>().Handle(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another process counted at the same time; its totals stand.
        }
        finally
        {
            Counting.Release();
        }
    }
}

/// <summary>Counts learning in the background.</summary>
internal sealed class KeepTotals(RefreshTotals refresh, TimeProvider clock, ILogger<KeepTotals> log) : RecurringWork(TimeSpan.FromMinutes(1), clock, log)
{
    protected override Task Look(CancellationToken cancel) => refresh.WhenOld(cancel);
}
