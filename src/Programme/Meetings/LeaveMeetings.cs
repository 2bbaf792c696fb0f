using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>Who leaves a group is no longer expected at its meetings to come; her place goes to who waits.</summary>
public sealed class LeaveMeetings(ProgrammeDb db, IEnumerable<IListen<GuestHears>> listeners, TimeProvider clock) : IListen<MembershipChanged>
{
    public async Task On(MembershipChanged happened, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (happened.Kind is not (GroupEntryKind.Left or GroupEntryKind.LeftWithRegistration or GroupEntryKind.MovedAway)) return;
        var now = clock.GetUtcNow();
        // A move to another group names the group she came to; the one she left is any other.
        var (to, woman) = (happened.Group.Id, happened.Participant);
        var meetings = await db.Meetings.Include(m => m.Guests)
            .Where(m => m.State == MeetingState.Planned && m.StartsAt > now && m.GroupId != null && m.Guests.Any(g => g.ParticipantId == woman && g.IsListed))
            .Where(m => happened.Kind == GroupEntryKind.MovedAway ? m.GroupId != to : m.GroupId == to).ToListAsync(cancel);
        foreach (var meeting in meetings)
            if (meeting.Withdraw(woman, happened.Author, null, now, out var freed))
                await InviteToMeeting.Tell(listeners, meeting, freed, MeetingNews.PlaceFreed, cancel);
    }
}
