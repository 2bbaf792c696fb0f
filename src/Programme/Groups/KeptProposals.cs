using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Groups;

/// <summary>All groups that could be proposed, dismissed ones too, as they were counted last.</summary>
public sealed class KeptProposals(IServiceScopeFactory scopes, TimeProvider clock) : CountedBehind<IReadOnlyList<ListProposals.Line>>(scopes, clock)
{
    protected override Task<IReadOnlyList<ListProposals.Line>> Count(IServiceProvider services, CancellationToken cancel) =>
        services.GetRequiredService<ListProposals>().Everywhere(cancel);

    /// <summary>It was accepted: its women are asked now.</summary>
    internal void Forget(GroupProposal proposal)
    {
        if (Last is { } last) Last = last with { Value = [.. last.Value.Where(line => line.Proposal.Country != proposal.Country || line.Proposal.Key != proposal.Key)] };
    }
}
