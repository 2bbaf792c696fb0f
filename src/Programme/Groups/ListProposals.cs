using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>
/// The groups that women who registered alone could form. Left out: who is in a forming group or was asked to one, who said that she
/// has a group, whose registration is closed, withdrawn or out of coverage. Dismissed proposals come back when they have grown.
/// </summary>
public sealed class ListProposals(ProgrammeDb db, ProgrammePacks packs)
{
    /// <summary>Registrations that take part.</summary>
    internal static readonly RegistrationStatus[] Open =
    [
        RegistrationStatus.Received, RegistrationStatus.InReview, RegistrationStatus.InformationMissing, RegistrationStatus.Accepted, RegistrationStatus.WaitingList,
    ];

    /// <param name="Founders">What the law asks for, as the country's checklist says.</param>
    public sealed record Line(GroupProposal Proposal, int Founders);

    public sealed record Result(IReadOnlyList<Line> Lines, IReadOnlyList<ProposalDismissal> Dismissed);

    public async Task<Result> Handle(Territory? territory, CancellationToken cancel)
    {
        var dismissed = await db.ProposalDismissals.AsNoTracking().OrderByDescending(d => d.At).ToListAsync(cancel);
        var lines = new List<Line>();
        foreach (var pack in packs.All)
        {
            var put = dismissed.Where(d => d.Country == pack.Country.Code).ToDictionary(d => d.Key, StringComparer.Ordinal);
            var candidates = await Candidates(pack.Country.Code, territory, cancel);
            var exclusive = pack.Rubros.Where(r => r.IsExclusive).Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
            foreach (var proposal in ProposalMaker.From(pack.Country.Code, candidates.FindAll(c => !exclusive.Contains(c.Rubro)), pack.Groups))
                if (!put.TryGetValue(proposal.Key, out var past) || proposal.Women.Count >= past.ComesBackAt)
                    lines.Add(new(proposal, pack.Checklist.Founders));
        }
        return new(lines, [.. dismissed.Where(d => Sees(territory, d))]);
    }

    /// <summary>Her newest registration speaks for her.</summary>
    private async Task<List<Candidate>> Candidates(string country, Territory? territory, CancellationToken cancel)
    {
        var found = await db.Registrations.AsNoTracking().Within(territory)
            .Where(r => r.Country == country && Open.Contains(r.Status) && !r.HasGroup && r.RegionCode != null && r.Rubro != null)
            .Where(r => !db.GroupMembers.Any(m => m.ParticipantId == r.ParticipantId && (m.Seat != null || m.State == MemberState.Invited)))
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r.ParticipantId, r.RegionCode, r.PlaceCode, r.Rubro, p.Language, r.Community, r.SubmittedAt })
            .ToListAsync(cancel);
        var newest = new Dictionary<ParticipantId, Candidate>(found.Count);
        foreach (var r in found)
            if (!newest.TryGetValue(r.ParticipantId, out var other) || other.RegisteredAt < r.SubmittedAt)
                newest[r.ParticipantId] = new(r.ParticipantId, r.RegionCode!, r.PlaceCode == r.RegionCode ? null : r.PlaceCode, r.Rubro!, r.Language, Plain.Of(r.Community), r.SubmittedAt);
        return [.. newest.Values];
    }

    private bool Sees(Territory? territory, ProposalDismissal dismissal) =>
        territory is null || territory.Covers(dismissal.Country, packs.Find(dismissal.Country)?.Places.RegionOf(dismissal.Key.Split('|')[0]), dismissal.Key.Split('|')[0]);
}
