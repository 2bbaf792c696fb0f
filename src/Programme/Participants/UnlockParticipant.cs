using CoopAssistant.Programme.Audit;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Participants;

/// <summary>Staff made sure who she is: she may prove herself again. Who did it is written down with it; repeating it is harmless.</summary>
public sealed class UnlockParticipant(ProgrammeDb db, TimeProvider clock)
{
    /// <param name="Registration">One of hers, from whose page she is unlocked.</param>
    /// <param name="Author">Staff id.</param>
    /// <param name="SeenVersion">Version of the participant on the screen of who unlocks: what was pressed twice, or late, opens no later lock.</param>
    /// <param name="Territory">What the author may see; a registration outside is not found. Null for everything.</param>
    public sealed record Request(RegistrationId Registration, string Author, int SeenVersion, Territory? Territory);

    public async Task<UnlockResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var owner = db.Registrations.Within(request.Territory).Where(r => r.Id == request.Registration).Select(r => r.ParticipantId);
        var participant = await db.Participants.SingleOrDefaultAsync(p => owner.Contains(p.Id), cancel);
        if (participant is null) return UnlockResult.NotFound;
        if (!participant.IsLocked) return UnlockResult.NotLocked;
        if (participant.Version != request.SeenVersion) return UnlockResult.ChangedMeanwhile;

        participant.Unlock();
        db.ChangeEntries.Add(new ChangeEntry(request.Author, ChangeAction.Unlocked, nameof(Registration), request.Registration.Value.ToString(), "PIN", clock.GetUtcNow()));
        try
        {
            await db.SaveAsync(cancel);
            return UnlockResult.Unlocked;
        }
        catch (DbUpdateConcurrencyException)
        {
            var isOpen = await db.Participants.AnyAsync(p => p.Id == participant.Id && p.FailedProofs < Participant.MaxFailedProofs, cancel);
            return isOpen ? UnlockResult.NotLocked : UnlockResult.ChangedMeanwhile;
        }
    }
}

public enum UnlockResult
{
    Unlocked,

    /// <summary>She may prove herself already.</summary>
    NotLocked,

    /// <summary>She is locked, but not by what was on the screen, or her data changed since.</summary>
    ChangedMeanwhile,
    NotFound,
}
