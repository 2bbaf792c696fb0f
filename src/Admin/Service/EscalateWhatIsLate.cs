using CoopAssistant.Messaging.Inbox;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Admin.Service;

/// <summary>Once a minute writes down what passed its target and what was answered since. The lists need none of this: they read the clock itself.</summary>
internal sealed partial class EscalateWhatIsLate(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EscalateWhatIsLate> log) : BackgroundService
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Minute, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await Once<EscalateTickets>(tickets => tickets.Handle(stoppingToken)) == EscalateRegistrations.Batch) await Task.Delay(Minute / 60, clock, stoppingToken);
                while (await Once<EscalateRegistrations>(registrations => registrations.Handle(stoppingToken)) == EscalateRegistrations.Batch) await Task.Delay(Minute / 60, clock, stoppingToken);
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or DbUpdateException)
            {
                NotNow(log, failure); // another process wrote the same, or the database is away: the next minute tries again
            }
        }
    }

    private async Task<int> Once<TUseCase>(Func<TUseCase, Task<int>> handle) where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await handle(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What waits too long could not be written down; the next minute tries again.")]
    private static partial void NotNow(ILogger log, Exception failure);
}
