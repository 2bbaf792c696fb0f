using CoopAssistant.Admin.PaperLists;
using CoopAssistant.Admin.Shell;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.Registrations;

/// <summary>Steps and corrections of a registration as one history, oldest first.</summary>
internal static class RegistrationHistory
{
    /// <param name="shown">Document and phone are uncovered on this page; it is written down who did.</param>
    public static IReadOnlyList<HistoryEntry> Of(ReadRegistration.Result registration, Programmes programmes, bool shown = false)
    {
        var form = programmes.Find(registration.Country)?.Form;
        var steps = registration.Timeline.Select(step => step.Trigger is null && registration.Paper is { } paper ? FromPaper(paper, step.At) : new HistoryEntry(StatusWords.Done(step.Trigger), step.Detail, step.Author, step.At));
        var corrections = registration.Corrections.Select(c =>
        {
            string Say(string? display) => display is null ? "sin respuesta" : !shown && AnswerShown.IsNumber(form?.Find(c.Question)) && display.Any(char.IsAsciiDigit) ? Masked.Number(display) : display;
            return new HistoryEntry($"Se corrigió: {c.Label}", $"{Say(c.Before)} → {(c.After is null ? "ya no se pregunta" : Say(c.After))}. Motivo: {c.Reason}", c.Author, c.At);
        });
        HistoryEntry FromPaper(ReadRegistration.PaperOrigin paper, DateTimeOffset at) => new(
            "Llegó en una lista en papel", $"{PaperOffices.Say(programmes, registration.Country, paper.OfficeCode)}. Aceptó el {paper.ConsentOn.ToString("d MMM yyyy", Plural.Spanish)}; lo anotó {paper.ConsentBy}.", paper.ImportedBy, at);
        return [.. steps.Concat(corrections).OrderBy(entry => entry.At)];
    }
}
