using CoopAssistant.Programme.Groups;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>Which meeting a code of the door means for a woman, and whether it is good now.</summary>
public sealed class FindMeetingByCode(ProgrammeDb db)
{
    /// <summary>Around a code's time it is looked for, so that "not yet" can be told from "wrong".</summary>
    private static readonly TimeSpan Near = TimeSpan.FromDays(3);

    public abstract record Result
    {
        private Result() { }

        /// <summary>No meeting of her country has it these days.</summary>
        public sealed record Wrong : Result;

        /// <summary>It is not the time yet, or no more.</summary>
        public sealed record NotNow(DoorMeeting Meeting, bool IsOver) : Result;

        /// <summary>She belongs to whom the meeting is for.</summary>
        public sealed record Listed(DoorMeeting Meeting) : Result;

        /// <summary>She does not, but lives in its region: she may have come all the same.</summary>
        public sealed record Unlisted(DoorMeeting Meeting) : Result;

        /// <summary>It is far from where she lives.</summary>
        public sealed record Elsewhere : Result;
    }

    public sealed record DoorMeeting(MeetingId Id, string Country, string? RegionCode, string? PlaceCode, GroupId? GroupId, MeetingKind Kind, string? Topic, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Venue);

    public async Task<Result> Handle(AttendanceCode code, ParticipantId her, string? country, DateTimeOffset now, CancellationToken cancel)
    {
        var (from, until) = (now - Near, now + Near);
        var found = await db.Meetings.AsNoTracking()
            .Where(m => m.Code == code.Digits && m.Country == country && m.State != MeetingState.Cancelled && m.EndsAt >= from && m.StartsAt <= until).OrderBy(m => m.StartsAt)
            .Select(m => new { Door = new DoorMeeting(m.Id, m.Country, m.RegionCode, m.PlaceCode, m.GroupId, m.Kind, m.Topic, m.StartsAt, m.EndsAt, m.Venue), m.State })
            .ToListAsync(cancel);
        if (found.Count == 0) return new Result.Wrong();
        var open = found.Where(m => now >= m.Door.StartsAt - Meeting.CodeOpensBefore && now <= m.Door.EndsAt + Meeting.CodeClosesAfter).Select(m => m.Door).ToList();
        if (open.Count == 0) return new Result.NotNow(found[0].Door, IsOver: found[0].Door.EndsAt < now);

        foreach (var meeting in open)
            if (await IsListed(meeting, her, cancel))
                return new Result.Listed(meeting);
        var regions = await db.Registrations.Where(r => r.ParticipantId == her && r.Country == country).Select(r => r.RegionCode).ToListAsync(cancel);
        return open.Find(m => m.RegionCode is null || regions.Contains(m.RegionCode)) is { } near && regions.Count > 0 ? new Result.Unlisted(near) : new Result.Elsewhere();
    }

    private async Task<bool> IsListed(DoorMeeting meeting, ParticipantId her, CancellationToken cancel)
    {
        if (await db.MeetingGuests.AnyAsync(g => g.MeetingId == meeting.Id && g.ParticipantId == her && (g.IsListed || g.AttendedAt != null), cancel)) return true;
        return meeting.GroupId is { } group && await db.GroupMembers.AnyAsync(m => m.GroupId == group && m.ParticipantId == her && m.State == MemberState.Member, cancel);
    }
}
