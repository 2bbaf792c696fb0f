using CoopAssistant.Programme.Communities;
using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>Staff go through the list of who came, as often as they like: a mark taken away is undone. With it they may say that the meeting was held.</summary>
public sealed class TakeAttendance(ProgrammeDb db, TimeProvider clock)
{
    /// <param name="Present">Guests, or members of the group.</param>
    /// <param name="Undone">Who was shown as present and is not. Whom the screen did not show stays as she is.</param>
    /// <param name="Holds">The meeting took place.</param>
    public sealed record Request(MeetingId Meeting, IReadOnlySet<ParticipantId> Present, IReadOnlySet<ParticipantId> Undone, bool Holds, string Author, Territory? Territory);

    /// <returns>Changed, NotFound, ChangedMeanwhile; NotPermitted before it began or once it is cancelled.</returns>
    public async Task<ChangeResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.GetUtcNow();
        var meeting = await db.Meetings.Within(request.Territory).Include(m => m.Guests).SingleOrDefaultAsync(m => m.Id == request.Meeting, cancel);
        if (meeting is null) return ChangeResult.NotFound;
        if (meeting.State == MeetingState.Cancelled || now < meeting.StartsAt) return ChangeResult.NotPermitted;
        foreach (var woman in await NewMembers(meeting, request.Present, cancel)) meeting.Attend(woman, isListed: true, AttendanceMark.List, now);
        meeting.TakeAttendance(request.Present, request.Undone, request.Author, now);
        if (request.Holds) meeting.Hold(request.Author, now);
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateException)
        {
            return ChangeResult.ChangedMeanwhile; // she noted it herself in the same moment
        }
        return ChangeResult.Changed;
    }

    /// <summary>She joined the group after the list was made.</summary>
    private async Task<List<ParticipantId>> NewMembers(Meeting meeting, IReadOnlySet<ParticipantId> present, CancellationToken cancel)
    {
        var unknown = present.Where(woman => meeting.GuestOf(woman) is null).ToList();
        if (unknown.Count == 0 || meeting.GroupId is not { } group) return [];
        return await db.GroupMembers.Where(m => m.GroupId == group && m.State == MemberState.Member && unknown.Contains(m.ParticipantId)).Select(m => m.ParticipantId).ToListAsync(cancel);
    }
}
