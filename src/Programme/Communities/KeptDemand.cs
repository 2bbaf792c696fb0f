using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Communities;

/// <summary>What all women want where, as it was counted last.</summary>
public sealed class KeptDemand(IServiceScopeFactory scopes, TimeProvider clock) : CountedBehind<IReadOnlyList<ListUncoveredDemand.Asked>>(scopes, clock)
{
    protected override Task<IReadOnlyList<ListUncoveredDemand.Asked>> Count(IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<ListUncoveredDemand>().Ask(null, cancel);
}
