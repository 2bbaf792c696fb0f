using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Participants;

/// <summary>
/// Whether she is who she says, before anything personal is told. In a turn: decide with <c>Check</c>, which only
/// reads, and hand the proof to <see cref="Count"/> in a change of the same turn; only then may the answer go out.
/// </summary>
public sealed class ProveParticipant(ProgrammeDb db)
{
    /// <summary>Compares her PIN, or the end of her document, with what is stored.</summary>
    public async Task<Proof> Check(ParticipantId participant, string? typed, CancellationToken cancel)
    {
        var stored = await db.Participants.AsNoTracking().SingleOrDefaultAsync(p => p.Id == participant, cancel);
        return stored is null ? new Proof.NobodyFound() : Judge(stored, typed);
    }

    /// <summary>The same for the woman whose folio it is.</summary>
    public async Task<Proof> Check(Folio folio, string? typed, CancellationToken cancel)
    {
        var canonical = folio.Canonical;
        var owner = db.Registrations.Where(r => r.Folio == canonical).Select(r => r.ParticipantId);
        var stored = await db.Participants.AsNoTracking().SingleOrDefaultAsync(p => owner.Contains(p.Id), cancel);
        return stored is null ? new Proof.NobodyFound() : Judge(stored, typed);
    }

    /// <summary>Writes the outcome down: a failure is counted, a success forgets the failures before it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody tried at the same time: the turn must be decided anew, so that many phones at once get no more tries than one.</exception>
    public async Task Count(Proof proof, CancellationToken cancel)
    {
        if (proof is not Proof.Judged { IsLocked: false } judged) return;
        var participant = await db.Participants.SingleOrDefaultAsync(p => p.Id == judged.Participant, cancel);
        if (participant?.Version != judged.SeenVersion) throw new DbUpdateConcurrencyException("The participant changed while her proof was judged.");
        if (proof is Proof.Wrong) participant.FailedToProve();
        else if (participant.FailedProofs > 0) participant.Proved();
        await db.SaveAsync(cancel);
    }

    private static Proof Judge(Participant stored, string? typed)
    {
        if (stored.IsLocked) return new Proof.Locked(stored.Id, stored.Version);
        var isHer = (SecretPin.Read(typed, 4) is { } pin && Pin.Matches(pin, stored.PinHash)) || DocumentEnd.Matches(typed, stored.Document);
        return isHer
            ? new Proof.Proved(stored.Id, stored.Country, stored.Version)
            : new Proof.Wrong(stored.Id, Participant.MaxFailedProofs - stored.FailedProofs - 1, stored.Version);
    }
}

/// <summary>What came of a proof.</summary>
public abstract record Proof
{
    private Proof() { }

    /// <summary>A proof of an existing participant.</summary>
    public abstract record Judged(ParticipantId Participant, int SeenVersion) : Proof
    {
        public bool IsLocked => this is Locked;
    }

    /// <param name="Country">Of the programme she takes part in.</param>
    public sealed record Proved(ParticipantId Participant, string Country, int SeenVersion) : Judged(Participant, SeenVersion);

    /// <param name="TriesLeft">After this failure is counted; 0: from now on only a person helps.</param>
    public sealed record Wrong(ParticipantId Participant, int TriesLeft, int SeenVersion) : Judged(Participant, SeenVersion);

    /// <summary>Too many failures before: nothing was compared.</summary>
    public sealed record Locked(ParticipantId Participant, int SeenVersion) : Judged(Participant, SeenVersion);

    /// <summary>No such folio or participant.</summary>
    public sealed record NobodyFound : Proof;
}
