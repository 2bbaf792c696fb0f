using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Programme;

/// <summary>
/// Work of the background that comes again for as long as the program runs: after each pause it looks whether there is something to do.
/// A look that fails is logged, and the next one tries again. Several processes may do the same work; the work itself sees to it that nothing happens twice.
/// </summary>
/// <param name="pause">Between two looks.</param>
/// <param name="first">Before the first look; <paramref name="pause"/> where none is given.</param>
public abstract partial class RecurringWork(TimeSpan pause, TimeProvider clock, ILogger log, TimeSpan? first = null) : BackgroundService
{
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(first ?? pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                if (timer.Period != pause) timer.Period = pause;
                await Look(stoppingToken);
            }
#pragma warning disable CA1031 // whatever it is, the next look tries again
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(log, GetType().Name, pause, failure);
            }
    }

    /// <summary>Does what there is to do now.</summary>
    protected abstract Task Look(CancellationToken cancel);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} failed; it is tried again in {Pause}")]
    private static partial void LogFailed(ILogger log, string work, TimeSpan pause, Exception failure);
}
