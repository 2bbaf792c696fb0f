using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Participants;

/// <summary>Staff made sure who she is: she may prove herself again. Repeating it is harmless.</summary>
public sealed class UnlockParticipant(ProgrammeDb db)
{
    /// <returns>False where there is no such participant.</returns>
    public async Task<bool> Handle(ParticipantId id, CancellationToken cancel)
    {
        var participant = await db.Participants.SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (participant is null) return false;
        if (participant.FailedProofs > 0) participant.Proved();
        await db.SaveAsync(cancel);
        return true;
    }
}
