using CoopAssistant.Programme.Identity;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

/// <summary>She tells what staff asked her for: it stands in the history, and the registration is in review again.</summary>
public sealed class AnswerMissingInformation(ProgrammeDb db, MoveRegistration move)
{
    /// <summary>Longer answers are cut.</summary>
    public const int LongestAnswer = 1000;

    /// <param name="Participant">Whose it must be; another's registration is not found.</param>
    public sealed record Request(RegistrationId Registration, ParticipantId Participant, string Answer);

    /// <summary>Acts inside her turn: what it finds changed since the turn was decided makes the turn be decided anew.</summary>
    /// <returns>Moved; NotFound for another's registration; DetailMissing where the answer says nothing.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Nothing is missing any more.</exception>
    public async Task<MoveResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!await db.Registrations.AnyAsync(r => r.Id == request.Registration && r.ParticipantId == request.Participant, cancel)) return MoveResult.NotFound;
        var answer = FreeText.Shorten(FreeText.Clean(request.Answer), LongestAnswer);
        return await move.HandleInTurn(new(request.Registration, RegistrationTrigger.ReceiveInformation, RegistrationStep.Herself, answer), cancel);
    }
}
