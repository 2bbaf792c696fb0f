using CoopAssistant.Programme.Groups;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Meetings;

/// <summary>
/// She says whether she comes and what she needs, in the chat; or staff note what she said. In her turn, what changed since it was
/// decided makes it be decided anew, so that of two women one gets the last place.
/// </summary>
public sealed class AnswerMeeting(ProgrammeDb db, IEnumerable<IListen<GuestHears>> listeners, TimeProvider clock)
{
    /// <param name="Expected">How the turn told her she stands; null where nobody was told yet.</param>
    public sealed record Request(MeetingId Meeting, ParticipantId Participant, bool Comes, GuestNeeds Needs, string Author, Territory? Territory = null, GuestAnswer? Expected = null);

    /// <exception cref="DbUpdateConcurrencyException">It cannot be answered any more, or she stands otherwise than she was told.</exception>
    public async Task InTurn(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var answer = await Answer(request, cancel);
        if (answer is null || answer != request.Expected) throw new DbUpdateConcurrencyException("The meeting changed while her turn was decided.");
        await db.SaveAsync(cancel);
    }

    /// <summary>Staff note what she said on the phone.</summary>
    public async Task<MeetingInviteResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await Answer(request, cancel) is null) return MeetingInviteResult.NotFound;
        try
        {
            await db.SaveAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return MeetingInviteResult.ChangedMeanwhile;
        }
        return MeetingInviteResult.Asked;
    }

    private async Task<GuestAnswer?> Answer(Request request, CancellationToken cancel)
    {
        var meeting = await db.Meetings.Within(request.Territory).Include(m => m.Guests).SingleOrDefaultAsync(m => m.Id == request.Meeting, cancel);
        if (meeting is null || (meeting.GuestOf(request.Participant) is null && !await IsOfGroup(meeting, request.Participant, cancel))) return null;
        var answer = meeting.Answer(request.Participant, request.Comes, request.Needs, request.Author, clock.GetUtcNow(), out var freed);
        await InviteToMeeting.Tell(listeners, meeting, freed.Where(g => g.ParticipantId != request.Participant), MeetingNews.PlaceFreed, cancel);
        return answer;
    }

    private async Task<bool> IsOfGroup(Meeting meeting, ParticipantId woman, CancellationToken cancel) =>
        meeting.GroupId is { } group && await db.GroupMembers.AnyAsync(m => m.GroupId == group && m.ParticipantId == woman && m.State == MemberState.Member, cancel);
}
