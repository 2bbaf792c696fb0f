using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Participants;

/// <summary>Who speaks on a shared phone: given names to choose by, nothing more.</summary>
public sealed class ReadParticipants(ProgrammeDb db)
{
    public sealed record Speaker(ParticipantId Id, string GivenNames, string Country, string Language, bool PrefersAudio);

    /// <summary>In the order asked for; those that do not exist are left out.</summary>
    public async Task<IReadOnlyList<Speaker>> Handle(IReadOnlyList<ParticipantId> participants, CancellationToken cancel)
    {
        var found = await db.Participants.AsNoTracking().Where(p => participants.Contains(p.Id))
            .Select(p => new Speaker(p.Id, p.GivenNames, p.Country, p.Language, p.PrefersAudio)).ToListAsync(cancel);
        return [.. participants.Select(id => found.Find(p => p.Id == id)).OfType<Speaker>()];
    }
}
