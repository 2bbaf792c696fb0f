using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Groups;

/// <summary>She joins with the group's code, that another woman of the group gave her. Acts inside her turn (see <see cref="AnswerInvitation"/>).</summary>
public sealed class JoinGroup(ProgrammeDb db, TimeProvider clock)
{
    /// <exception cref="DbUpdateConcurrencyException">The group takes nobody any more, or she joined elsewhere.</exception>
    public async Task Handle(GroupId id, ParticipantId participant, bool sharesName, CancellationToken cancel)
    {
        var group = await db.Groups.Include(g => g.Members).SingleOrDefaultAsync(g => g.Id == id, cancel);
        if (group?.Join(participant, sharesName, RegistrationStep.Herself, null, clock.GetUtcNow()) != true)
            throw new DbUpdateConcurrencyException("The group takes nobody any more, or she is a member.");
        await db.SaveAsync(cancel);
    }
}
