using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Participants;

/// <summary>A participant's name was put right.</summary>
public sealed record ParticipantRenamed(ParticipantId Participant, string Name);

/// <summary>Puts her name right; what carries it follows in the same save. Repeating it changes nothing.</summary>
public sealed class CorrectName(ProgrammeDb db, IEnumerable<IListen<ParticipantRenamed>> listeners)
{
    /// <returns>False where there is nobody of this id.</returns>
    public async Task<bool> Handle(ParticipantId id, string givenNames, string surnames, CancellationToken cancel)
    {
        if (await db.Participants.SingleOrDefaultAsync(p => p.Id == id, cancel) is not { } participant) return false;
        if (!participant.Correct(givenNames, surnames)) return true;
        foreach (var registration in await db.Registrations.Where(r => r.ParticipantId == id).ToListAsync(cancel)) registration.IsOf(participant.FullName);
        foreach (var listener in listeners) await listener.On(new ParticipantRenamed(id, participant.FullName), cancel);
        await db.SaveAsync(cancel);
        return true;
    }
}
