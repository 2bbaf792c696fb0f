using CoopAssistant.Programme;
using CoopAssistant.Programme.Figures;

namespace CoopAssistant.Host.Serving;

/// <summary>Counts the programme's figures in the background.</summary>
internal sealed class KeepFigures(RefreshFigures refresh, TimeProvider clock, ILogger<KeepFigures> log) : RecurringWork(TimeSpan.FromMinutes(1), clock, log)
{
    protected override Task Look(CancellationToken cancel) => refresh.WhenOld(cancel);
}
