using CoopAssistant.Admin.Start;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Host.Serving;

/// <summary>Counts in the background what staff's lists, broadcasts and the report of follow-ups bring together, where these are many.</summary>
internal sealed class KeepLists(
    KeptDemand demand, KeptProposals proposals, KeptAudience audience, KeptResults results, KeptFollowUps followUps, RehearseWorkList rehearse, TimeProvider clock, ILogger<KeepLists> log) : RecurringWork(TimeSpan.FromSeconds(20), clock, log)
{
    protected override async Task Look(CancellationToken cancel)
    {
        await rehearse.Once(cancel);
        await demand.WhenOld(cancel);
        await proposals.WhenOld(cancel);
        await audience.WhenOld(cancel);
        await results.WhenOld(cancel);
        await followUps.WhenOld(cancel);
    }
}
