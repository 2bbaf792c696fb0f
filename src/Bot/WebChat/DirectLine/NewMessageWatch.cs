using CoopAssistant.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoopAssistant.Bot.WebChat.DirectLine;

/// <summary>
/// Wakes streams for messages that this process did not say: of staff, of other processes. Looks at the newest message id, one
/// primary-key query a tick however many streams are open, and none while there are none.
/// </summary>
internal sealed partial class NewMessageWatch(
    StreamHub hub, IServiceScopeFactory scopes, IOptions<WebChatOptions> options, TimeProvider clock, ILogger<NewMessageWatch> log) : BackgroundService
{
    /// <summary>PostgreSQL gives ids before commits, so a lower id may appear after a higher one: look back as far as a slow commit takes.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromSeconds(3);

    private readonly Queue<(DateTimeOffset At, long Newest)> looks = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.WatchInterval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!hub.HasStreams)
            {
                looks.Clear();
                continue;
            }
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                LogFailed(log, failed);
            }
        }
    }

    private async Task Look(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MessagingDb>();
        var now = clock.GetUtcNow();
        var newest = await db.Messages.MaxAsync(m => (long?)m.Id, cancel) ?? 0;
        while (looks.Count > 1 && now - looks.ElementAt(1).At > LookBack) looks.Dequeue();
        if (looks.Count == 0)
        {
            // Streams read their whole thread when they open; what was said before that is theirs already, but for the last moments.
            looks.Enqueue((now, newest));
            foreach (var contact in hub.Contacts) hub.Wake(contact);
            return;
        }
        var from = looks.Peek().Newest;
        looks.Enqueue((now, newest));
        if (newest <= from) return;
        var grown = await db.Messages.Where(m => m.Id > from)
            .GroupBy(m => m.ConversationId, (contact, messages) => new { Contact = contact, Newest = messages.Max(m => m.Id) }).ToListAsync(cancel);
        foreach (var thread in grown) hub.Wake(thread.Contact, thread.Newest);
    }

    [LoggerMessage(LogLevel.Warning, "Web chat: could not look for new messages; trying again")]
    private static partial void LogFailed(ILogger log, Exception failed);
}
