using CoopAssistant.Bot.Deliveries;
using CoopAssistant.Messaging.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WhatsApp;

/// <summary>Once a minute: asks Twilio about messages whose callbacks never came, and forgets parked statuses that nobody claimed.</summary>
internal sealed partial class AskAboutSilence(
    TwilioClient client, StatusNotes statuses, IServiceScopeFactory scopes, IOptions<DeliveryOptions> delivery, IOptions<TwilioOptions> twilio, TimeProvider clock, ILogger<AskAboutSilence> logger)
    : BackgroundService
{
    private const int AtOnce = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!delivery.Value.Enabled || !twilio.Value.IsConfigured) return;
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Once(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops
        }
    }

    internal async Task Once(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<NoteStatuses>().Sweep(cancel);
            foreach (var sid in await scope.ServiceProvider.GetRequiredService<ListStaleDeliveries>().Handle(AtOnce, cancel))
            {
                if (await client.Status(sid, cancel) is { } report) await statuses.Add(report);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogFailed(logger, e);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not ask about messages without news; trying again in a minute")]
    private static partial void LogFailed(ILogger logger, Exception e);
}
