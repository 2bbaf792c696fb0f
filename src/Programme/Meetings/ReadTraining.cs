using CoopAssistant.Programme.Groups;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>Hours and sessions of training, of a woman and of a group. Only meetings that were held count, and only for who came.</summary>
public sealed class ReadTraining(ProgrammeDb db)
{
    public async Task<Training> OfWoman(ParticipantId her, CancellationToken cancel) => Training.Of(await Attended([her]).ToListAsync(cancel));

    /// <summary>{n} of {m}: workshops of the group that were held and she came to, of those held and planned.</summary>
    public async Task<Sessions> SessionsOf(ParticipantId her, GroupId group, CancellationToken cancel) => new(
        await Workshops(group).CountAsync(m => m.State == MeetingState.Held && m.Guests.Any(g => g.ParticipantId == her && g.AttendedAt != null), cancel), await Workshops(group).CountAsync(cancel));

    /// <summary>The same of all members, for news that goes to each of them.</summary>
    public async Task<IReadOnlyDictionary<ParticipantId, Sessions>> SessionsOf(GroupId group, CancellationToken cancel)
    {
        var all = await Workshops(group).CountAsync(cancel);
        var attended = (await Workshops(group).Where(m => m.State == MeetingState.Held).SelectMany(m => m.Guests.Where(g => g.AttendedAt != null)).Select(g => g.ParticipantId).ToListAsync(cancel)).CountBy(id => id).ToDictionary();
        var members = await Members(group, cancel);
        return members.ToDictionary(id => id, id => new Sessions(attended.GetValueOrDefault(id), all));
    }

    public async Task<GroupTraining> OfGroup(GroupId group, CancellationToken cancel)
    {
        var sessions = new Sessions(await Workshops(group).CountAsync(m => m.State == MeetingState.Held, cancel), await Workshops(group).CountAsync(cancel));
        var given = await db.Meetings.Where(m => m.GroupId == group && m.State == MeetingState.Held && m.CourseMinutes > 0).Select(m => new { m.CourseMinutes, m.IsPriorCourse }).ToListAsync(cancel);
        var members = await Members(group, cancel);
        var attended = (await Attended(members).ToListAsync(cancel)).ToLookup(a => a.Participant);
        return new(sessions, Training.Of(given.Select(m => new AttendedMeeting(default, m.CourseMinutes, m.IsPriorCourse))), members.ToDictionary(id => id, id => Training.Of(attended[id])));
    }

    private Task<List<ParticipantId>> Members(GroupId group, CancellationToken cancel) =>
        db.GroupMembers.Where(m => m.GroupId == group && m.State == MemberState.Member).Select(m => m.ParticipantId).ToListAsync(cancel);

    private IQueryable<Meeting> Workshops(GroupId group) => db.Meetings.AsNoTracking().Where(m => m.GroupId == group && m.Kind == MeetingKind.Workshop && m.State != MeetingState.Cancelled);

    private IQueryable<AttendedMeeting> Attended(List<ParticipantId> women) => db.MeetingGuests.AsNoTracking()
        .Where(g => g.AttendedAt != null && women.Contains(g.ParticipantId))
        .Join(db.Meetings.Where(m => m.State == MeetingState.Held && m.CourseMinutes > 0), g => g.MeetingId, m => m.Id, (g, m) => new AttendedMeeting(g.ParticipantId, m.CourseMinutes, m.IsPriorCourse));
}
