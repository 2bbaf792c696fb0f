using CoopAssistant.Bot.WhatsApp;
using CoopAssistant.Messaging.Outbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.Deliveries;

/// <summary>
/// Empties the outbox: in order within a conversation, side by side otherwise. Claims, sends and notes are three separate steps, so that no
/// transaction waits for the network; who dies between two of them leaves a claim that runs out.
/// </summary>
internal sealed partial class DeliverMessages(
    WhatsAppSender sender, DeliveryNotes notes, OutboxSignal outbox, IServiceScopeFactory scopes, IOptions<DeliveryOptions> options,
    TimeProvider clock, ILogger<DeliverMessages> logger) : BackgroundService
{
    /// <summary>Gathers a few messages for each claim when there is much to do.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    private readonly DeliveryOptions delivery = options.Value;
    private readonly SendingPace pace = new(options.Value.MessagesPerSecond, clock, Random.Shared);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!delivery.Enabled || !sender.IsConfigured)
        {
            LogIdle(logger);
            return;
        }

        var onTheirWay = new List<Task>();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                onTheirWay.RemoveAll(t => t.IsCompleted);
                var wait = await StartDue(onTheirWay, stoppingToken);
                await Task.Delay(Breath, clock, stoppingToken);
                if (wait > Breath) await outbox.Wait(wait, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the host stops: what is on its way may still arrive and be noted
        }

        await Task.WhenAll(onTheirWay);
    }

    /// <returns>How long nothing can be done, unless something wakes us.</returns>
    private async Task<TimeSpan> StartDue(List<Task> onTheirWay, CancellationToken stopping)
    {
        var room = Math.Min(delivery.Parallel - onTheirWay.Count, pace.Available(onTheirWay.Count, out var wait));
        if (room <= 0) return wait > TimeSpan.Zero && wait < delivery.PollInterval ? wait : delivery.PollInterval;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var claim = await scope.ServiceProvider.GetRequiredService<ClaimDeliveries>().Handle(room, delivery.Lease, pace.Resting(), stopping);
            foreach (var message in claim.Due)
            {
                pace.Sends(message.ConversationId);
                onTheirWay.Add(Deliver(message));
            }

            if (claim.Due.Count == room) return TimeSpan.Zero;
            var next = claim.NextAt - clock.GetUtcNow();
            return next < delivery.PollInterval ? next.Value : delivery.PollInterval;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stopping.IsCancellationRequested)
        {
            LogClaimFailed(logger, e);
            return delivery.PollInterval;
        }
    }

    private async Task Deliver(DueMessage message)
    {
        var outcome = await Send(message);
        if (Code(outcome) is { } code) LogTrouble(logger, WhatsAppSender.NeedsAlert(code) ? LogLevel.Error : LogLevel.Information, message.Id, code, message.Attempts);
        try
        {
            await notes.Add(new DeliveryNote(message, pace.Learn(outcome, WhatsAppSender.WrongCredentials), delivery.ConversationGap));
        }
        catch (Exception e)
        {
            LogNoteFailed(logger, e, message.Id);
        }

        outbox.Wake();
    }

    private async Task<SendOutcome> Send(DueMessage message)
    {
        // Given up well before the claim runs out, so that nobody else looks for it while we still send. Not tied to the host's stop: the send ends and is noted.
        using var limit = new CancellationTokenSource(delivery.Lease * 0.8, clock);
        try
        {
            return await sender.Send(message, delivery.ConversationGap, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome.Unknown("timeout");
        }
        catch (Exception e)
        {
            LogSendBroke(logger, e, message.Id);
            return new SendOutcome.Unknown("error");
        }
    }

    private static string? Code(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Refused refused => refused.Refusal.Code,
        SendOutcome.NotProcessed waits => waits.Code,
        SendOutcome.Unknown unknown => unknown.Code,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "WhatsApp messages are not sent: their provider is not configured, or Delivery:Enabled is false. They wait in the outbox")]
    private static partial void LogIdle(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not read the outbox; trying again")]
    private static partial void LogClaimFailed(ILogger logger, Exception e);

    [LoggerMessage(Message = "Message {MessageId} was not delivered: {Code}, attempt {Attempt}")]
    private static partial void LogTrouble(ILogger logger, LogLevel level, long messageId, string code, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Could not note the delivery of message {MessageId}; it will be looked up when its claim runs out")]
    private static partial void LogNoteFailed(ILogger logger, Exception e, long messageId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending message {MessageId} broke")]
    private static partial void LogSendBroke(ILogger logger, Exception e, long messageId);
}
