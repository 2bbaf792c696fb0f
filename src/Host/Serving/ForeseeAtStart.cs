using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Host.Serving;

/// <summary>Once after the start: what is expected of groups follows the terms of the packs as they are now.</summary>
internal sealed partial class ForeseeAtStart(IServiceScopeFactory scopes, ILogger<ForeseeAtStart> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var changed = await scope.ServiceProvider.GetRequiredService<ForeseeGroups>().Handle(stoppingToken);
            if (changed > 0) Foreseen(log, changed);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or InvalidOperationException)
        {
            NotForeseen(log, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Terms changed: the next day expected of {Groups} groups was computed anew.")]
    private static partial void Foreseen(ILogger log, int groups);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is expected of groups could not be computed anew; the days known before stay.")]
    private static partial void NotForeseen(ILogger log, Exception failure);
}
