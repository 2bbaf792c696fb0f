using CoopAssistant.Admin.Start;
using CoopAssistant.Messaging.Broadcasts;
using CoopAssistant.Programme;
using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Groups;

namespace CoopAssistant.Host.Serving;

/// <summary>
/// Counts in the background what staff's lists, broadcasts and the report of follow-ups bring together, where these are many. What takes a second or two comes at once after a
/// start, before somebody waits for it; what goes through all registrations and groups twenty seconds later, one thing after the other, so that a core is left for who writes and looks.
/// </summary>
internal sealed class KeepLists(
    KeptDemand demand, KeptProposals proposals, KeptAudience audience, KeptResults results, KeptFollowUps followUps, RehearseWorkList rehearse, ForeseeAtStart foresee, TimeProvider clock, ILogger<KeepLists> log)
    : RecurringWork(TimeSpan.FromSeconds(20), clock, log, first: TimeSpan.FromSeconds(1))
{
    private bool _hasBegun;

    protected override async Task Look(CancellationToken cancel)
    {
        await rehearse.Once(cancel);
        await followUps.WhenOld(cancel);
        if (!_hasBegun)
        {
            _hasBegun = true;
            return;
        }
        await results.WhenOld(cancel);
        await demand.WhenOld(cancel);
        await proposals.WhenOld(cancel);
        await audience.WhenOld(cancel);
        await foresee.Once(cancel);
    }
}
