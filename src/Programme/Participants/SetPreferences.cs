using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Participants;

/// <summary>She says how she likes to be spoken to.</summary>
public sealed class SetPreferences(ProgrammeDb db)
{
    /// <param name="language">BCP-47 tag.</param>
    /// <returns>False where there is no such participant.</returns>
    public async Task<bool> Handle(ParticipantId id, string language, bool prefersAudio, CancellationToken cancel)
    {
        var participant = await db.Participants.SingleOrDefaultAsync(p => p.Id == id, cancel);
        if (participant is null) return false;
        participant.Prefer(language, prefersAudio);
        await db.SaveAsync(cancel);
        return true;
    }
}
