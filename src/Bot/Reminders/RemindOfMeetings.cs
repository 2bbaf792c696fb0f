using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Reminders;

/// <summary>Looks every few minutes who has a meeting tomorrow. Several processes may do so.</summary>
internal sealed partial class RemindOfMeetings(SendMeetingReminders send, TimeProvider clock, ILogger<RemindOfMeetings> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Look(stoppingToken);
    }

    private async Task Look(CancellationToken cancel)
    {
        try
        {
            var sent = await send.Handle(cancel);
            if (sent > 0) LogSent(logger, sent);
        }
#pragma warning disable CA1031 // the next look tries again
        catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} women were reminded of a meeting")]
    private static partial void LogSent(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders of meetings could not be sent; the next look tries again")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
