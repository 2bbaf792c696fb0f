using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>One group as staff see it: who is in it, and what happened.</summary>
public sealed class ReadGroup(ProgrammeDb db)
{
    /// <param name="Community">Name of its community; null where it has none.</param>
    public sealed record Result(Group Group, string? Community, IReadOnlyList<Member> Members)
    {
        public IEnumerable<Member> Now(MemberState state) => Members.Where(m => m.State == state);

        /// <summary>Name of a woman of the group; null for who is none.</summary>
        public string? NameOf(ParticipantId? participant) => Members.FirstOrDefault(m => m.Participant == participant) is { } member ? $"{member.GivenNames} {member.Surnames}" : null;
    }

    /// <param name="Registration">Her newest.</param>
    public sealed record Member(
        ParticipantId Participant, string GivenNames, string Surnames, RegistrationId? Registration, string? Folio, MemberState State, bool SharesName, DateTimeOffset Since);

    /// <summary>Null where there is none, or it lies outside the territory.</summary>
    public async Task<Result?> Handle(GroupId id, Territory? territory, CancellationToken cancel)
    {
        var group = await db.Groups.AsNoTracking().AsSplitQuery().Within(territory).Include(g => g.Members).Include(g => g.Entries).Include(g => g.Steps).Include(g => g.Officers).SingleOrDefaultAsync(g => g.Id == id, cancel);
        if (group is null) return null;
        var ids = group.Members.Select(m => m.ParticipantId).ToList();
        var people = await db.Participants.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.GivenNames, p.Surnames }).ToDictionaryAsync(p => p.Id, cancel);
        var folios = (await db.Registrations.AsNoTracking().Where(r => ids.Contains(r.ParticipantId)).Select(r => new { r.ParticipantId, r.Id, r.Folio, r.SubmittedAt }).ToListAsync(cancel))
            .GroupBy(r => r.ParticipantId).ToDictionary(g => g.Key, g => g.MaxBy(r => r.SubmittedAt)!);
        var community = group.CommunityId is { } at ? await db.Communities.Where(c => c.Id == at).Select(c => c.Name).SingleOrDefaultAsync(cancel) : null;
        return new(group, community, [.. group.Members.OrderBy(m => m.State).ThenBy(m => m.Since).ThenBy(m => m.Id).Select(m => new Member(
            m.ParticipantId, people[m.ParticipantId].GivenNames, people[m.ParticipantId].Surnames,
            folios.GetValueOrDefault(m.ParticipantId)?.Id, folios.GetValueOrDefault(m.ParticipantId)?.Folio, m.State, m.SharesName, m.Since))]);
    }
}
