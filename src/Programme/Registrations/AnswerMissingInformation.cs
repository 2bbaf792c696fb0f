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

    /// <summary>Repeating it is harmless: once nothing is missing it is not permitted.</summary>
    public async Task<MoveResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!await db.Registrations.AnyAsync(r => r.Id == request.Registration && r.ParticipantId == request.Participant, cancel)) return MoveResult.NotFound;
        var answer = FreeText.Shorten(FreeText.Clean(request.Answer), LongestAnswer);
        return await move.Handle(new(request.Registration, RegistrationTrigger.ReceiveInformation, RegistrationStep.Herself, answer), cancel);
    }
}
