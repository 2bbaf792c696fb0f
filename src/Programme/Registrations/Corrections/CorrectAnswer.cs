using System.Globalization;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Places;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Corrections;

/// <summary>
/// Staff put one answer of a registration right, with a reason. The form reads it as it would read hers; old and new stay in the history,
/// and what the registration and the participant take from the answer follows in the same save.
/// </summary>
public sealed class CorrectAnswer(ProgrammeDb db, ProgrammePacks packs, IEnumerable<IListen<ParticipantRenamed>> listeners, TimeProvider clock)
{
    /// <param name="Question">Id of the question.</param>
    /// <param name="SeenVersion">Version of the registration on the screen of who corrects.</param>
    public sealed record Request(RegistrationId Registration, string Question, string Text, string Reason, string Author, int SeenVersion, Territory? Territory)
    {
        /// <summary>A place stands in these words, known or not.</summary>
        public bool KeepsWords { get; init; }
    }

    public async Task<CorrectionResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var registration = await db.Registrations.Within(request.Territory).SingleOrDefaultAsync(r => r.Id == request.Registration, cancel);
        if (registration is null || packs.Find(registration.Country) is not { } pack || pack.Form.Find(request.Question) is not { } question) return new CorrectionResult.NotFound();
        if (registration.Version != request.SeenVersion) return new CorrectionResult.ChangedMeanwhile();
        var reason = FreeText.Shorten(FreeText.Clean(request.Reason), AnswerCorrection.LongestReason);
        if (!FreeText.SaysSomething(reason)) return new CorrectionResult.ReasonMissing();

        var now = clock.GetUtcNow();
        var around = new FormSurroundings(pack.DayOf(now), pack.Places);
        var answers = new CorrectedAnswers(pack.Form, around, SubmittedAnswers.FromJson(registration.AnswersJson));
        switch (WrittenAnswer.Read(pack.Form, around, answers.Before, question, request.Text, request.KeepsWords))
        {
            case WrittenAnswer.Refused refused: return new CorrectionResult.Refused(question, refused.Reason);
            case WrittenAnswer.WhichPlace which: return new CorrectionResult.WhichPlace(which.Options);
            case WrittenAnswer.Taken taken:
                var changes = answers.Changes(taken.Answers);
                if (changes.Count == 0) return new CorrectionResult.Unchanged();
                await Apply(registration, pack, answers.With(changes), changes, cancel);
                var corrections = changes.Select(c => new AnswerCorrection(registration.Id, c.Question.Id, c.Question.Label, c.Before?.Display, c.After?.Display, reason, request.Author, now)).ToList();
                db.AnswerCorrections.AddRange(corrections);
                await Settle(registration, pack, changes, request.Author, now, cancel);
                return await Save(corrections, cancel);
            default: throw new InvalidOperationException("An answer is taken, refused or asked about.");
        }
    }

    private async Task<CorrectionResult> Save(IReadOnlyList<AnswerCorrection> corrections, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(cancel);
            return new CorrectionResult.Corrected(corrections);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new CorrectionResult.ChangedMeanwhile();
        }
    }

    private async Task Apply(Registration registration, ProgrammePack pack, IReadOnlyList<SubmittedAnswer> answers, IReadOnlyList<CorrectedAnswers.Change> changes, CancellationToken cancel)
    {
        var participant = await db.Participants.SingleAsync(p => p.Id == registration.ParticipantId, cancel);
        var (name, document) = (participant.FullName, participant.Document);
        var names = pack.Form.Questions.Where(q => q.Kind is QuestionKind.Name).Take(2).Select(q => q.Id).ToList();
        foreach (var (question, _, after) in changes)
        {
            if (names.IndexOf(question.Id) is >= 0 and var at) participant.Correct(at == 0 ? after?.Value ?? "" : participant.GivenNames, at == 1 ? after?.Value ?? "" : participant.Surnames);
            else if (question.Kind is QuestionKind.BirthYear) participant.CorrectBirthYear(after?.Value is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : null);
            else if (question.Kind is QuestionKind.Document) participant.CorrectDocument(after?.Value);
            else if (question.Kind is QuestionKind.Phone) participant.CorrectPhone(after?.Value);
            else if (question.Id == RegistrationForm.Language) participant.Prefer(after?.Value ?? "es", participant.PrefersAudio);
            else if (question.Id == RegistrationForm.Mode) participant.Prefer(participant.Language, after?.Value == RegistrationForm.Audio);
        }
        registration.Correct(RegistrationForm.Facts(pack, answers, participant), participant, changes.Any(c => c.Question.Kind is QuestionKind.Place));
        if (participant.FullName != name)
        {
            foreach (var other in await db.Registrations.Where(r => r.ParticipantId == participant.Id && r.Id != registration.Id).ToListAsync(cancel)) other.IsOf(participant.FullName);
            foreach (var listener in listeners) await listener.On(new ParticipantRenamed(participant.Id, participant.FullName), cancel);
        }
        if (participant.Document != document) await Reflag(registration, participant, document, cancel);
    }

    /// <summary>Who shares the new document is marked; who shared the old one only with her is no longer.</summary>
    private async Task Reflag(Registration own, Participant participant, string? before, CancellationToken cancel)
    {
        var sharing = await With(participant.Document);
        own.FlagDuplicate(sharing.Count > 0);
        foreach (var other in sharing) other.FlagDuplicate(true);
        if (await With(before) is [var last]) last.FlagDuplicate(false);

        async Task<List<Registration>> With(string? document) => document is null ? [] : await db.Registrations
            .Where(r => r.Id != own.Id && db.Participants.Any(p => p.Id == r.ParticipantId && p.Id != participant.Id && p.Country == participant.Country && p.Document == document)).ToListAsync(cancel);
    }

    /// <summary>A place in own words is work for whoever knows the places; one that is corrected is no longer.</summary>
    private async Task Settle(Registration registration, ProgrammePack pack, IReadOnlyList<CorrectedAnswers.Change> changes, string author, DateTimeOffset now, CancellationToken cancel)
    {
        var places = changes.Where(c => c.Question.Kind is QuestionKind.Place).ToList();
        if (places.Count == 0) return;
        var open = await db.UnknownPlaces.Where(u => u.RegistrationId == registration.Id && u.SettledAt == null).ToListAsync(cancel);
        foreach (var unknown in open.Where(u => places.Exists(c => c.Before is { Value: { } words } && Plain.Of(words) == u.Plain))) unknown.Settle(registration.PlaceCode, author, now);
        foreach (var words in places.Select(c => c.After?.Value).OfType<string>().Where(value => pack.Places.Find(value) is null))
            db.UnknownPlaces.Add(new UnknownPlace(registration.Country, registration.RegionCode, words, registration.Id, now));
    }
}

/// <summary>What came of a correction.</summary>
public abstract record CorrectionResult
{
    private CorrectionResult() { }

    /// <param name="Corrections">The answer, and what followed from it.</param>
    public sealed record Corrected(IReadOnlyList<AnswerCorrection> Corrections) : CorrectionResult;

    /// <summary>It says what it said before.</summary>
    public sealed record Unchanged : CorrectionResult;

    /// <summary>No such registration in the territory, or the form has no such question.</summary>
    public sealed record NotFound : CorrectionResult;

    public sealed record ReasonMissing : CorrectionResult;

    public sealed record Refused(FormQuestion Question, FormRefusal Reason) : CorrectionResult;

    public sealed record WhichPlace(IReadOnlyList<FormOption> Options) : CorrectionResult;

    /// <summary>Somebody else changed the registration since it was opened. Nothing was saved.</summary>
    public sealed record ChangedMeanwhile : CorrectionResult;
}
