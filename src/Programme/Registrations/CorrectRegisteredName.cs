using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Registrations.Notes;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

public enum CorrectNameResult
{
    Corrected,

    /// <summary>It reads so already.</summary>
    Unchanged,
    NotFound,
    NotAName,
    ReasonMissing,

    /// <summary>It was changed since the screen was shown.</summary>
    ChangedMeanwhile,
}

/// <summary>
/// Staff put a woman's name right and say why: what carries it follows (her certificates, under the same codes), she is found by the new name,
/// and the reason stands among the notes of her registration. What she answered in the form stays as she confirmed it.
/// </summary>
public sealed class CorrectRegisteredName(ProgrammeDb db, CorrectName correct, TimeProvider clock)
{
    public const int LongestName = 80;
    public const int LongestReason = 300;

    /// <param name="Before">The whole name as the screen showed it.</param>
    /// <param name="Author">Staff id.</param>
    public sealed record Request(RegistrationId Registration, string? GivenNames, string? Surnames, string? Reason, string? Before, string Author, Territory? Territory);

    public async Task<CorrectNameResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await db.Registrations.Within(request.Territory).Where(r => r.Id == request.Registration)
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { p.Id, p.GivenNames, p.Surnames }).SingleOrDefaultAsync(cancel);
        if (found is null) return CorrectNameResult.NotFound;
        if (NameIn(request.GivenNames) is not { } given || NameIn(request.Surnames) is not { } surnames) return CorrectNameResult.NotAName;
        var reason = FreeText.Clean(request.Reason);
        if (!FreeText.SaysSomething(reason)) return CorrectNameResult.ReasonMissing;
        if ((given, surnames) == (found.GivenNames, found.Surnames)) return CorrectNameResult.Unchanged;
        if (request.Before != $"{found.GivenNames} {found.Surnames}".Trim()) return CorrectNameResult.ChangedMeanwhile;

        db.RegistrationNotes.Add(new RegistrationNote(request.Registration, request.Author, $"Nombre corregido. Motivo: {FreeText.Shorten(reason, LongestReason)}", clock.GetUtcNow()));
        try
        {
            return await correct.Handle(found.Id, given, surnames, cancel) ? CorrectNameResult.Corrected : CorrectNameResult.NotFound;
        }
        catch (DbUpdateConcurrencyException)
        {
            return CorrectNameResult.ChangedMeanwhile;
        }
    }

    private static string? NameIn(string? typed) => PersonName.Read(typed) is { Length: <= LongestName } name ? name : null;
}
