using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>Staff accept a proposed group, with all women or some of them, or dismiss it. Accepting asks each woman; none is a member before her yes.</summary>
public sealed class DecideProposal(ProgrammeDb db, ListProposals list, KeptProposals kept, FoundGroup found, InviteToGroup invite, ProgrammePacks packs, TimeProvider clock)
{
    /// <param name="Women">Those to ask, of the proposal's.</param>
    public sealed record Acceptance(string Country, string Key, string Name, IReadOnlyList<ParticipantId> Women, string Author, Territory? Territory);

    public sealed record Result(ProposalResult Outcome, GroupId? Group = null, int Asked = 0);

    public async Task<Result> Accept(Acceptance request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await Find(request.Country, request.Key, request.Territory, cancel) is not { } proposal) return new(ProposalResult.NotProposed);
        var chosen = proposal.Women.Where(request.Women.Contains).ToList();
        if (chosen.Count == 0) return new(ProposalResult.NobodyChosen);
        var made = await found.Make(
            new(new GroupDescription(proposal.Country, proposal.RegionCode, proposal.PlaceCode, request.Name, proposal.Rubro, proposal.Language), GroupOrigin.Proposal, request.Author, Reason(proposal)), cancel);
        if (made is not { Outcome: FoundResult.Founded, Group: { } group }) return new(ProposalResult.NoName);
        foreach (var woman in chosen) await invite.Ask(group, woman, request.Author, null, cancel);
        await db.SaveAsync(cancel);
        kept.Forget(proposal);
        return new(ProposalResult.Accepted, group.Id, chosen.Count);
    }

    /// <returns>Dismissed, NotProposed, or ReasonMissing.</returns>
    public async Task<ProposalResult> Dismiss(string country, string key, string? reason, string author, Territory? territory, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason)) return ProposalResult.ReasonMissing;
        if (await Find(country, key, territory, cancel) is not { } proposal) return ProposalResult.NotProposed;
        var (why, now) = (FreeText.Shorten(FreeText.Clean(reason), Group.LongestReason), clock.GetUtcNow());
        if (await db.ProposalDismissals.SingleOrDefaultAsync(d => d.Country == country && d.Key == key, cancel) is { } past) past.Renew(proposal.Women.Count, author, why, now);
        else db.ProposalDismissals.Add(new ProposalDismissal(country, key, proposal.Women.Count, author, why, now));
        await db.SaveAsync(cancel);
        return ProposalResult.Dismissed;
    }

    /// <summary>A dismissed proposal is shown again.</summary>
    public async Task<bool> Restore(long dismissal, Territory? territory, CancellationToken cancel)
    {
        if (await db.ProposalDismissals.SingleOrDefaultAsync(d => d.Id == dismissal, cancel) is not { } past) return false;
        if (territory is not null && !territory.Covers(past.Country, packs.Find(past.Country)?.Places.RegionOf(past.Key.Split('|')[0]), past.Key.Split('|')[0])) return false;
        db.ProposalDismissals.Remove(past);
        await db.SaveAsync(cancel);
        return true;
    }

    private async Task<GroupProposal?> Find(string country, string key, Territory? territory, CancellationToken cancel) =>
        (await list.One(country, key, territory, cancel))?.Proposal;

    private static string Reason(GroupProposal proposal) => $"Propuesta: {proposal.Women.Count} mujeres, {proposal.PlaceCode}, {proposal.Rubro}, {proposal.Language}";
}

public enum ProposalResult { Accepted, Dismissed, NotProposed, NobodyChosen, NoName, ReasonMissing }
