using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>
/// The groups that women who registered alone could form. Left out: who is in a forming group or was asked to one, who said that she
/// has a group, whose registration is closed, withdrawn or out of coverage. Dismissed proposals come back when they have grown.
/// </summary>
public sealed class ListProposals(ProgrammeDb db, ProgrammePacks packs, KeptProposals kept)
{
    /// <summary>Registrations that take part.</summary>
    internal static readonly RegistrationStatus[] Open =
    [
        RegistrationStatus.Received, RegistrationStatus.InReview, RegistrationStatus.InformationMissing, RegistrationStatus.Accepted, RegistrationStatus.WaitingList,
    ];

    /// <param name="Founders">What the law asks for, as the country's checklist says.</param>
    public sealed record Line(GroupProposal Proposal, int Founders);

    public sealed record Result(IReadOnlyList<Line> Lines, IReadOnlyList<ProposalDismissal> Dismissed)
    {
        /// <summary>Null where the lines are as of this moment.</summary>
        public DateTimeOffset? CountedAt { get; init; }

        /// <summary>Registrations are many and were not counted yet: a minute after a start they are.</summary>
        public bool IsCounting { get; init; }
    }

    public async Task<Result> Handle(Territory? territory, CancellationToken cancel)
    {
        var dismissed = await db.ProposalDismissals.AsNoTracking().OrderByDescending(d => d.At).ToListAsync(cancel);
        List<ProposalDismissal> seen = [.. dismissed.Where(d => Sees(territory, d))];

        // Of smaller places there are few enough, and what their region brings together is not theirs to see.
        if (territory?.Places.Count > 0 || !await LargeProgramme.Is(db, cancel)) return new(Shown(await Within(territory, cancel), dismissed), seen);
        if (kept.Last is not { } last) return new([], seen) { IsCounting = true };
        return new(Shown(last.Value.Where(line => territory?.Covers(line.Proposal.Country, line.Proposal.RegionCode) != false), dismissed), seen) { CountedAt = last.At };
    }

    /// <summary>One of them as it is now. Null where it is not proposed any more, or lies outside the territory.</summary>
    internal async Task<Line?> One(string country, string key, Territory? territory, CancellationToken cancel)
    {
        if (key.Split('|') is not [var place, var rubro, ..] || packs.Find(country) is not { } pack) return null;
        var region = pack.Places.RegionOf(place);
        var lines = await Lines(pack, db.Registrations.Within(territory).Where(r => r.RegionCode == region && r.Rubro == rubro), cancel);
        var dismissed = await db.ProposalDismissals.AsNoTracking().Where(d => d.Country == country && d.Key == key).ToListAsync(cancel);
        return Shown(lines.Where(line => line.Proposal.Key == key), dismissed).SingleOrDefault();
    }

    /// <summary>All of them, a region after the other so that few women are in memory at a time: no proposal goes beyond its region.</summary>
    internal async Task<IReadOnlyList<Line>> Everywhere(CancellationToken cancel)
    {
        var all = new List<Line>();
        foreach (var pack in packs.All)
        {
            var (country, lines) = (pack.Country.Code, new List<Line>());
            foreach (var region in await db.Registrations.Where(r => r.Country == country && r.RegionCode != null).Select(r => r.RegionCode).Distinct().ToListAsync(cancel))
                lines.AddRange(await Lines(pack, db.Registrations.Where(r => r.RegionCode == region), cancel));
            all.AddRange(lines.OrderByDescending(line => line.Proposal.Women.Count).ThenBy(line => line.Proposal.Key, StringComparer.Ordinal));
        }
        return all;
    }

    private async Task<List<Line>> Within(Territory? territory, CancellationToken cancel)
    {
        var lines = new List<Line>();
        foreach (var pack in packs.All) lines.AddRange(await Lines(pack, db.Registrations.Within(territory), cancel));
        return lines;
    }

    /// <summary>Without those that were dismissed and have not grown since.</summary>
    private static List<Line> Shown(IEnumerable<Line> lines, IReadOnlyList<ProposalDismissal> dismissed)
    {
        var put = dismissed.ToDictionary(d => (d.Country, d.Key));
        return [.. lines.Where(line => !put.TryGetValue((line.Proposal.Country, line.Proposal.Key), out var past) || line.Proposal.Women.Count >= past.ComesBackAt)];
    }

    private async Task<IEnumerable<Line>> Lines(ProgrammePack pack, IQueryable<Registration> registrations, CancellationToken cancel)
    {
        var candidates = await Candidates(registrations.AsNoTracking().Where(r => r.Country == pack.Country.Code), cancel);
        var exclusive = pack.Rubros.Where(r => r.IsExclusive).Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        return ProposalMaker.From(pack.Country.Code, candidates.FindAll(c => !exclusive.Contains(c.Rubro)), pack.Groups).Select(proposal => new Line(proposal, pack.Checklist.Founders));
    }

    /// <summary>Her newest registration speaks for her.</summary>
    private async Task<List<Candidate>> Candidates(IQueryable<Registration> registrations, CancellationToken cancel)
    {
        var found = registrations
            .Where(r => Open.Contains(r.Status) && !r.HasGroup && r.RegionCode != null && r.Rubro != null)
            .Where(r => !db.GroupMembers.Any(m => m.ParticipantId == r.ParticipantId && (m.Seat != null || m.State == MemberState.Invited)))
            .Where(r => !db.Registrations.Any(o => o.ParticipantId == r.ParticipantId && o.Country == r.Country && Open.Contains(o.Status) && o.SubmittedAt > r.SubmittedAt))
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r.ParticipantId, r.RegionCode, r.PlaceCode, r.Rubro, p.Language, r.Community, r.SubmittedAt });
        var newest = new Dictionary<ParticipantId, Candidate>();
        await foreach (var r in found.AsAsyncEnumerable().WithCancellation(cancel))
            if (!newest.TryGetValue(r.ParticipantId, out var other) || other.RegisteredAt < r.SubmittedAt)
                newest[r.ParticipantId] = new(r.ParticipantId, r.RegionCode!, r.PlaceCode == r.RegionCode ? null : r.PlaceCode, r.Rubro!, r.Language, Plain.Of(r.Community), r.SubmittedAt);
        return [.. newest.Values];
    }

    private bool Sees(Territory? territory, ProposalDismissal dismissal) =>
        territory is null || territory.Covers(dismissal.Country, packs.Find(dismissal.Country)?.Places.RegionOf(dismissal.Key.Split('|')[0]), dismissal.Key.Split('|')[0]);
}
