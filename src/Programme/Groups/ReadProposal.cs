using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>One proposal with its women, for staff who decide on it.</summary>
public sealed class ReadProposal(ProgrammeDb db, ListProposals list)
{
    public sealed record Woman(ParticipantId Participant, RegistrationId Registration, string Folio, string GivenNames, string Surnames, string? Community, RegistrationStatus Status, DateTimeOffset RegisteredAt);

    public sealed record Result(GroupProposal Proposal, int Founders, IReadOnlyList<Woman> Women);

    /// <summary>Null where it is no longer proposed, or lies outside the territory.</summary>
    public async Task<Result?> Handle(string country, string key, Territory? territory, CancellationToken cancel)
    {
        if (await list.One(country, key, territory, cancel) is not { } found) return null;
        var ids = found.Proposal.Women.ToList();
        var rows = await db.Registrations.AsNoTracking().Within(territory).Where(r => ids.Contains(r.ParticipantId) && ListProposals.Open.Contains(r.Status))
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new Woman(p.Id, r.Id, r.Folio, p.GivenNames, p.Surnames, r.Community, r.Status, r.SubmittedAt))
            .ToListAsync(cancel);
        return new(found.Proposal, found.Founders, [.. rows.GroupBy(w => w.Participant).Select(own => own.MaxBy(w => w.RegisteredAt)!).OrderBy(w => w.RegisteredAt).ThenBy(w => w.Participant.Value)]);
    }
}
