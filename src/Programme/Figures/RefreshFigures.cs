using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Figures;

/// <summary>Counts again when the figures are old: after ten minutes, or later where counting takes long. One process at a time does it.</summary>
public sealed class RefreshFigures(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(300);
    private static readonly SemaphoreSlim Counting = new(1, 1); // of both faces: else each would count the same when a program starts

    /// <summary>For the background: counting takes a sixtieth of a core at most.</summary>
    public Task WhenOld(CancellationToken cancel) => Count(took => CountingPause.After(took, Pause), _ => Task.FromResult(true), cancel);

    /// <summary>For a page: counts at once where that is quick, so that a small programme sees its figures as they are.</summary>
    public Task WhenQuick(CancellationToken cancel) =>
        Count(took => took < Quick ? TimeSpan.Zero : TimeSpan.MaxValue, async db => !await LargeProgramme.Is(db, cancel), cancel);

    private async Task Count(Func<TimeSpan, TimeSpan> keepFor, Func<ProgrammeDb, Task<bool>> mayBeTheFirst, CancellationToken cancel)
    {
        await Counting.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ProgrammeDb>();
            var stamp = await db.FiguresStamps.AsNoTracking().SingleOrDefaultAsync(cancel);
            if (stamp is null && !await mayBeTheFirst(db)) return;
            if (stamp is not null && clock.GetUtcNow() - stamp.At < keepFor(TimeSpan.FromMilliseconds(stamp.Milliseconds))) return;
            await scope.ServiceProvider.GetRequiredService<CountFigures>().Handle(cancel);
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another process counted at the same time; its figures stand.
        }
        finally
        {
            Counting.Release();
        }
    }
}
