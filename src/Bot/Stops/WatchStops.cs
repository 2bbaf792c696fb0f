using CoopAssistant.Programme;
using Microsoft.Extensions.Logging;

namespace CoopAssistant.Bot.Stops;

/// <summary>Looks every half hour where women left their lessons.</summary>
internal sealed class WatchStops(FindStops find, TimeProvider clock, ILogger<WatchStops> log) : RecurringWork(TimeSpan.FromMinutes(30), clock, log)
{
    protected override Task Look(CancellationToken cancel) => find.Handle(cancel);
}
