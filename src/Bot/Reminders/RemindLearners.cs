using CoopAssistant.Programme;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Reminders;

/// <summary>Looks every minute whose hour has come.</summary>
internal sealed partial class RemindLearners(SendReminders send, TimeProvider clock, ILogger<RemindLearners> logger) : RecurringWork(TimeSpan.FromMinutes(1), clock, logger)
{
    protected override async Task Look(CancellationToken cancel)
    {
        var sent = await send.Handle(cancel);
        if (sent > 0) LogSent(logger, sent);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} women were reminded of their lessons")]
    private static partial void LogSent(ILogger logger, int count);
}
