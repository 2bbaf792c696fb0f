using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Stops;

/// <summary>Looks every half hour where women left their lessons. Several processes may do so.</summary>
internal sealed partial class WatchStops(FindStops find, TimeProvider clock, ILogger<WatchStops> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await find.Handle(stoppingToken);
            }
#pragma warning disable CA1031 // the next half hour tries again
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(logger, failure);
            }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Where women left their lessons could not be noted; the next half hour tries again")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
