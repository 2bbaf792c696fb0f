using CoopAssistant.Programme.Places;

namespace CoopAssistant.Host.Serving;

/// <summary>Keeps the spellings of places that staff add known in every process: at the start, and then every minute.</summary>
internal sealed partial class KnowPlaces(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KnowPlaces> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<LearnPlaceAliases>().Handle(stoppingToken);
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
            {
                CouldNotRead(log, failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The spellings of places could not be read; those known before stay.")]
    private static partial void CouldNotRead(ILogger log, Exception failure);
}
