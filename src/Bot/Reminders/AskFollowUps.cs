using CoopAssistant.Programme;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Reminders;

/// <summary>Looks every quarter of an hour of which cooperatives the questions are due.</summary>
internal sealed partial class AskFollowUps(SendFollowUps send, TimeProvider clock, ILogger<AskFollowUps> logger) : RecurringWork(TimeSpan.FromMinutes(15), clock, logger)
{
    protected override async Task Look(CancellationToken cancel)
    {
        var sent = await send.Handle(cancel);
        if (sent > 0) LogSent(logger, sent);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} coordinators were asked how their cooperatives are doing")]
    private static partial void LogSent(ILogger logger, int count);
}
