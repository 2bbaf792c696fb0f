using CoopAssistant.Programme.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

/// <summary>She takes her registration back. It can be opened again; her data stay until she asks to delete them.</summary>
public sealed class WithdrawRegistration(ProgrammeDb db, MoveRegistration move)
{
    /// <param name="Participant">Whose it must be; another's registration is not found.</param>
    /// <param name="Reason">In her words; null where she gives none.</param>
    public sealed record Request(RegistrationId Registration, ParticipantId Participant, string? Reason);

    /// <summary>Acts inside her turn: what it finds changed since the turn was decided makes the turn be decided anew.</summary>
    /// <returns>Moved; NotFound for another's registration.</returns>
    /// <exception cref="DbUpdateConcurrencyException">It is withdrawn or closed already.</exception>
    public async Task<MoveResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!await db.Registrations.AnyAsync(r => r.Id == request.Registration && r.ParticipantId == request.Participant, cancel)) return MoveResult.NotFound;
        var reason = request.Reason is null ? null : FreeText.Shorten(FreeText.Clean(request.Reason), AnswerMissingInformation.LongestAnswer);
        return await move.HandleInTurn(new(request.Registration, RegistrationTrigger.Withdraw, RegistrationStep.Herself, reason), cancel);
    }
}
