using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Invitations;

/// <summary>Looks every minute for whom something waits. Several processes may do so.</summary>
internal sealed partial class InviteUnread(InviteToRead invite, TimeProvider clock, ILogger<InviteUnread> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await Look(stoppingToken);
    }

    private async Task Look(CancellationToken cancel)
    {
        try
        {
            var sent = await invite.Handle(cancel);
            if (sent > 0) LogSent(logger, sent);
        }
#pragma warning disable CA1031 // the next minute tries again
        catch (Exception failure) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} women were invited to read what waits for them")]
    private static partial void LogSent(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Invitations to read could not be sent; the next minute tries again")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
