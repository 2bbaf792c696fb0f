using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>She notes with the code of the door that she came. Acts inside her turn; twice is harmless.</summary>
public sealed class AttendMeeting(ProgrammeDb db, TimeProvider clock)
{
    /// <param name="isListed">She belongs to whom the meeting is for; staff see who does not.</param>
    /// <exception cref="DbUpdateConcurrencyException">It was cancelled or moved while her turn was decided.</exception>
    public async Task Handle(MeetingId id, ParticipantId participant, bool isListed, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var meeting = await db.Meetings.Include(m => m.Guests.Where(g => g.ParticipantId == participant)).SingleOrDefaultAsync(m => m.Id == id, cancel);
        if (meeting?.TakesCodeAt(now) != true) throw new DbUpdateConcurrencyException("The meeting takes no attendance any more.");
        meeting.Attend(participant, isListed, AttendanceMark.Code, now);
        await db.SaveAsync(cancel);
    }
}
