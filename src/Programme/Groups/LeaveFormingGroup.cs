using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>
/// A woman who takes her registration back leaves the group in formation, and is no longer asked to one. Not where another
/// registration of hers goes on; a recognised cooperative keeps its members. Acts inside the same transaction and does not save.
/// </summary>
public sealed class LeaveFormingGroup(ProgrammeDb db, ProgrammePacks packs, IEnumerable<IListen<MembershipChanged>> listeners, TimeProvider clock)
{
    internal async Task Handle(Registration withdrawn, string author, string? reason, CancellationToken cancel)
    {
        var (her, registration) = (withdrawn.ParticipantId, withdrawn.Id);
        var goesOn = await db.Registrations.AnyAsync(r => r.ParticipantId == her && r.Id != registration && r.Status != RegistrationStatus.Withdrawn && r.Status != RegistrationStatus.Closed, cancel);
        if (goesOn) return;
        var groups = await db.Groups.AsSplitQuery().Include(g => g.Members).Include(g => g.Officers)
            .Where(g => (g.State == GroupState.Forming || g.State == GroupState.Paused)
                && g.Members.Any(m => m.ParticipantId == her && (m.State == MemberState.Member || m.State == MemberState.Invited)))
            .ToListAsync(cancel);
        foreach (var group in groups)
        {
            if (!group.LetGo(her, author, reason, clock.GetUtcNow(), packs.DayIn(group.Country, clock.GetUtcNow()))) continue;
            foreach (var listener in listeners) await listener.On(new(group, her, GroupEntryKind.LeftWithRegistration, author), cancel);
        }
    }
}
