using CoopAssistant.Programme.Figures;

namespace CoopAssistant.Host.Serving;

/// <summary>Counts the programme's figures in the background.</summary>
internal sealed partial class KeepFigures(RefreshFigures refresh, TimeProvider clock, ILogger<KeepFigures> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await refresh.WhenOld(stoppingToken);
            }
            catch (System.Data.Common.DbException failure)
            {
                CouldNotCount(log, failure);
            }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The programme's figures could not be counted; the next minute tries again.")]
    private static partial void CouldNotCount(ILogger log, Exception failure);
}
