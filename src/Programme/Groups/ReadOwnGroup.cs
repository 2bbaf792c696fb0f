using CoopAssistant.Programme.Groups.Formalities;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>What the bot may tell a woman of the groups she is in or was asked to: counts, and nothing of any other woman; names only to the coordinator, of who agreed.</summary>
public sealed class ReadOwnGroup(ProgrammeDb db)
{
    /// <param name="Members">How many they are.</param>
    /// <param name="Names">Other members who let the coordinator see their name; empty for everybody else.</param>
    public sealed record Standing(
        GroupId Id, string Country, string? PlaceCode, string Name, string Rubro, GroupState State, MemberState Membership, DateTimeOffset Since,
        int Members, string Code, bool IsCoordinator, IReadOnlyList<string> Names)
    {
        /// <summary>Open steps, in the order in which they began.</summary>
        public IReadOnlyList<OpenStep> Steps { get; init; } = [];

        /// <summary>Codes of the legal checklist that are done; empty for who is not a member.</summary>
        public IReadOnlySet<string> DoneSteps { get; init; } = new HashSet<string>(StringComparer.Ordinal);
    }

    public sealed record OpenStep(string Code, DateTimeOffset Since, StepDetails Details);

    /// <summary>Groups she is a member of or asked to, hers first; never those she left or refused.</summary>
    public async Task<IReadOnlyList<Standing>> Handle(ParticipantId participant, CancellationToken cancel)
    {
        var found = await db.GroupMembers.AsNoTracking().Where(m => m.ParticipantId == participant && (m.State == MemberState.Member || m.State == MemberState.Invited))
            .Join(db.Groups, m => m.GroupId, g => g.Id, (m, g) => new
            {
                g.Id, g.Country, g.PlaceCode, g.Name, g.Rubro, g.State, Membership = m.State, m.Since, g.Code, g.CoordinatorId,
                Members = g.Members.Count(o => o.State == MemberState.Member),
            })
            .Where(g => g.State != GroupState.Dissolved).ToListAsync(cancel);
        var standing = new List<Standing>();
        foreach (var g in found.OrderByDescending(g => g.Membership == MemberState.Member).ThenByDescending(g => g.Since))
        {
            var leads = g.CoordinatorId == participant && g.Membership == MemberState.Member;
            standing.Add(new(g.Id, g.Country, g.PlaceCode, g.Name, g.Rubro, g.State, g.Membership, g.Since, g.Members, g.Code, leads, leads ? await Names(g.Id, participant, cancel) : [])
            {
                Steps = g.Membership == MemberState.Member ? await Steps(g.Id, cancel) : [],
                DoneSteps = g.Membership == MemberState.Member && g.State == GroupState.Forming ? await DoneSteps(g.Id, cancel) : new HashSet<string>(StringComparer.Ordinal),
            });
        }
        return standing;
    }

    /// <summary>The group of a code that takes members; null where none does. Says nothing of who is in it.</summary>
    public Task<Offer?> ByCode(GroupCode code, CancellationToken cancel) => Offers(db.Groups.Where(g => g.Code == code.Digits)).SingleOrDefaultAsync(cancel);

    /// <summary>The same for who was asked to it.</summary>
    public Task<Offer?> ById(GroupId group, CancellationToken cancel) => Offers(db.Groups.Where(g => g.Id == group)).SingleOrDefaultAsync(cancel);

    public sealed record Offer(GroupId Id, string Country, string? PlaceCode, string Name, string Rubro);

    private async Task<IReadOnlyList<OpenStep>> Steps(GroupId group, CancellationToken cancel) =>
        [.. (await db.Groups.AsNoTracking().Where(g => g.Id == group).SelectMany(g => g.Steps.Where(s => s.State == StepState.Open)).OrderBy(s => s.StartedAt).ThenBy(s => s.Id).ToListAsync(cancel))
            .Select(s => new OpenStep(s.Code, s.StartedAt, s.Details))];

    private async Task<HashSet<string>> DoneSteps(GroupId group, CancellationToken cancel)
    {
        var told = await db.Groups.AsNoTracking().Where(g => g.Id == group)
            .SelectMany(g => g.Entries.Where(e => e.Kind == GroupEntryKind.FormalityDone || e.Kind == GroupEntryKind.FormalityUndone)).Where(e => e.Code != null).ToListAsync(cancel);
        var record = FormalityRecord.Of(told);
        return told.Select(e => e.Code!).Where(code => record.LastDone(code) is not null).ToHashSet(StringComparer.Ordinal);
    }

    private static IQueryable<Offer> Offers(IQueryable<Group> groups) =>
        groups.AsNoTracking().Where(g => g.State == GroupState.Forming || g.State == GroupState.Cooperative).Select(g => new Offer(g.Id, g.Country, g.PlaceCode, g.Name, g.Rubro));

    private async Task<IReadOnlyList<string>> Names(GroupId group, ParticipantId besides, CancellationToken cancel)
    {
        var names = await db.GroupMembers.AsNoTracking().Where(m => m.GroupId == group && m.State == MemberState.Member && m.SharesName && m.ParticipantId != besides)
            .Join(db.Participants, m => m.ParticipantId, p => p.Id, (m, p) => new { p.GivenNames, p.Surnames }).ToListAsync(cancel);
        return [.. names.Select(n => $"{n.GivenNames} {n.Surnames}".Trim()).Order(StringComparer.Ordinal)];
    }
}
