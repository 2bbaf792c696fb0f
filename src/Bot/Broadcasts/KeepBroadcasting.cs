using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Broadcasts;

/// <summary>Looks every few seconds which broadcasts go on. Several processes may do so.</summary>
internal sealed partial class KeepBroadcasting(SendBroadcasts send, TimeProvider clock, ILogger<KeepBroadcasting> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Look(stoppingToken);
    }

    private async Task Look(CancellationToken cancel)
    {
        try
        {
            var said = await send.Handle(cancel);
            if (said > 0) LogSaid(logger, said);
        }
#pragma warning disable CA1031 // the next look tries again
        catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A broadcast went to {Count} more")]
    private static partial void LogSaid(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Broadcasts could not go on; the next look tries again")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
