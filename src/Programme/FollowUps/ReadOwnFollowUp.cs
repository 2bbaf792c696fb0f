using CoopAssistant.Programme.Groups;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.FollowUps;

/// <summary>The round that waits for a coordinator's answers. Nobody else of the group is told that there is one.</summary>
public sealed class ReadOwnFollowUp(ProgrammeDb db)
{
    public sealed record Own(long Round, GroupId Group, string Country, string? PlaceCode, string Name, string Rubro, int Month);

    /// <summary>Null where nothing is asked of her.</summary>
    public Task<Own?> Handle(ParticipantId her, CancellationToken cancel) =>
        db.Groups.AsNoTracking().Where(g => g.State == GroupState.Cooperative && g.CoordinatorId == her)
            .Join(db.FollowUpRounds.Where(r => r.Month > 0 && (r.State == FollowUpState.Open || r.State == FollowUpState.Declined)), g => g.Id, r => r.GroupId, (g, r) => new { Group = g, Round = r })
            .OrderByDescending(l => l.Round.Id).Select(l => new Own(l.Round.Id, l.Group.Id, l.Group.Country, l.Group.PlaceCode, l.Group.Name, l.Group.Rubro, l.Round.Month))
            .FirstOrDefaultAsync(cancel);
}
