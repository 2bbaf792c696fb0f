using CoopAssistant.Programme;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Reminders;

/// <summary>Looks every few minutes who has a meeting tomorrow.</summary>
internal sealed partial class RemindOfMeetings(SendMeetingReminders send, TimeProvider clock, ILogger<RemindOfMeetings> logger) : RecurringWork(TimeSpan.FromMinutes(5), clock, logger)
{
    protected override async Task Look(CancellationToken cancel)
    {
        var sent = await send.Handle(cancel);
        if (sent > 0) LogSent(logger, sent);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} women were reminded of a meeting")]
    private static partial void LogSent(ILogger logger, int count);
}
