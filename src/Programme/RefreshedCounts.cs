using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme;

/// <summary>
/// Counts that lie in the database, with a stamp of when they were counted and how long that took: counted again when they are old, after ten minutes, or
/// later where counting takes long. One process at a time does it.
/// </summary>
/// <param name="counting">Of both faces of a process: else each would count the same when a program starts.</param>
/// <param name="quick">What took less is counted at once for a page.</param>
public abstract class RefreshedCounts(IServiceScopeFactory scopes, TimeProvider clock, SemaphoreSlim counting, TimeSpan quick)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    protected sealed record Stamp(DateTimeOffset At, int Milliseconds);

    /// <summary>For the background: counting takes a sixtieth of a core at most.</summary>
    public Task WhenOld(CancellationToken cancel) => Refresh(took => CountingPause.After(took, Pause), _ => Task.FromResult(true), cancel);

    /// <summary>For a page: counts at once where that is quick, so that a small programme sees its numbers as they are.</summary>
    public Task WhenQuick(CancellationToken cancel) =>
        Refresh(took => took < quick ? TimeSpan.Zero : TimeSpan.MaxValue, async services => !await LargeProgramme.Is(services.GetRequiredService<ProgrammeDb>(), cancel), cancel);

    /// <summary>Null where nothing was counted yet.</summary>
    protected abstract Task<Stamp?> Last(IServiceProvider services, CancellationToken cancel);

    protected abstract Task Count(IServiceProvider services, CancellationToken cancel);

    private async Task Refresh(Func<TimeSpan, TimeSpan> keepFor, Func<IServiceProvider, Task<bool>> mayBeTheFirst, CancellationToken cancel)
    {
        await counting.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var last = await Last(scope.ServiceProvider, cancel);
            if (last is null && !await mayBeTheFirst(scope.ServiceProvider)) return;
            if (last is not null && clock.GetUtcNow() - last.At < keepFor(TimeSpan.FromMilliseconds(last.Milliseconds))) return;
            await Count(scope.ServiceProvider, cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another process counted at the same time; what it counted stands.
        }
        finally
        {
            counting.Release();
        }
    }
}
