using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>
/// She says yes or no to a group, in the chat. Acts inside her turn: what changed since the turn was decided makes the turn be
/// decided anew, and so does the unique index where she took a seat elsewhere in the same moment.
/// </summary>
public sealed class AnswerInvitation(ProgrammeDb db, TimeProvider clock)
{
    /// <param name="Participant">Whose invitation it must be.</param>
    public sealed record Request(GroupId Group, ParticipantId Participant, bool Accepts, bool SharesName);

    /// <exception cref="DbUpdateConcurrencyException">She is not asked any more, or has a seat elsewhere.</exception>
    public async Task Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var group = await db.Groups.Include(g => g.Members).SingleOrDefaultAsync(g => g.Id == request.Group, cancel);
        var isAsked = group?.Members.Any(m => m.ParticipantId == request.Participant && m.State == MemberState.Invited) == true;
        var isDone = isAsked && (request.Accepts
            ? group!.Join(request.Participant, request.SharesName, RegistrationStep.Herself, null, clock.GetUtcNow())
            : group!.Refuse(request.Participant, RegistrationStep.Herself, clock.GetUtcNow()));
        if (!isDone) throw new DbUpdateConcurrencyException("The invitation was withdrawn or answered while her turn was decided.");
        await db.SaveAsync(cancel);
    }
}
