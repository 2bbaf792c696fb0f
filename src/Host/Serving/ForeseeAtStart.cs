using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Host.Serving;

/// <summary>Once after the start: what is expected of groups follows the terms of the packs as they are now. Of tens of thousands it is a third of a minute's work, so it comes after all else.</summary>
internal sealed partial class ForeseeAtStart(IServiceScopeFactory scopes, ILogger<ForeseeAtStart> log)
{
    private bool _isDone;

    public async Task Once(CancellationToken cancel)
    {
        if (_isDone) return;
        _isDone = true;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var changed = await scope.ServiceProvider.GetRequiredService<ForeseeGroups>().Handle(cancel);
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
