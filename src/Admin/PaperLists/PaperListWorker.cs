using CoopAssistant.Programme.Registrations.PaperLists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Admin.PaperLists;

/// <summary>Imports the lists that were begun, one woman after the other; also those that a stopped process left behind.</summary>
internal sealed partial class PaperListWorker(IServiceScopeFactory scopes, ILogger<PaperListWorker> log) : BackgroundService
{
    private const int MostFailures = 5;
    private readonly SemaphoreSlim _wake = new(1);

    public void Wake() => _wake.Release();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (true)
        {
            await _wake.WaitAsync(stoppingToken);
            try
            {
                foreach (var list in await InScope(import => import.Begun(stoppingToken))) await Import(list, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Stopped(log, failure);
            }
        }
    }

    private async Task Import(long list, CancellationToken cancel)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                if (!await InScope(import => import.Next(list, cancel))) return;
                failures = 0;
            }
            catch (DbUpdateException) when (++failures < MostFailures)
            {
                // Another process was faster, or the folio was taken: the next look finds what is left.
            }
        }
    }

    private async Task<T> InScope<T>(Func<ImportPaperList, Task<T>> act)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<ImportPaperList>());
    }

    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The import of a paper list stopped; it goes on with the next list or the next start.")]
    private static partial void Stopped(ILogger log, Exception failure);
}
