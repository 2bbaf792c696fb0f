using CoopAssistant.Programme.Participants;
using CoopAssistant.Programme.Places;
using CoopAssistant.Programme.Posters;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations;

/// <summary>Stores a confirmed form as a participant and her registration. Repeating it with the same ids is refused by the key, so a turn that runs again is harmless. In her own turn: <see cref="RegistrationRows"/>.</summary>
public sealed class SubmitRegistration(ProgrammeDb db, TimeProvider clock)
{
    /// <summary>What the chat confirmed. Ids and folio were made before, so that she could be told the folio in the same turn.</summary>
    public sealed record Request(
        ParticipantId Participant, RegistrationId Registration, Folio Folio, string Country, string GivenNames, string Surnames,
        int? BirthYear, string? Document, string PinHash, string? Phone, string Language, bool PrefersAudio, SubmittedAnswers Answers)
    {
        /// <summary>How she came; see <see cref="RegistrationSource"/>.</summary>
        public string? Source { get; init; }

        /// <summary>She agreed to be counted in published statistics. False where she was not asked.</summary>
        public bool IsInStatistics { get; init; }

        /// <summary>Code of the poster she came by, as she sent it; null for none. One that no poster has changes nothing.</summary>
        public string? Poster { get; init; }
    }

    public async Task Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var now = clock.GetUtcNow();
        var duplicate = request.Document is not null && await FlagOthers(request.Country, request.Document, cancel);

        var made = Make(request with { Source = await ByPoster(request, now, cancel) ?? request.Source }, duplicate, now);
        db.Participants.Add(made.Participant);
        db.Registrations.Add(made.Registration);
        db.UnknownPlaces.AddRange(made.UnknownPlaces);
        await db.SaveAsync(cancel);
    }

    internal static (Participant Participant, Registration Registration, IEnumerable<UnknownPlace> UnknownPlaces) Make(Request request, bool hasDuplicateDocument, DateTimeOffset now)
    {
        var participant = Participant.Introduce(
            request.Participant, request.Country, request.GivenNames, request.Surnames, request.BirthYear,
            request.Document, request.PinHash, request.Phone, request.Language, request.PrefersAudio, now);
        var registration = Registration.Submit(
            request.Registration, request.Participant, request.Folio, request.Country, request.Answers,
            request.Document, request.Phone, hasDuplicateDocument, now);
        registration.CameBy(request.Source, request.IsInStatistics);
        return (participant, registration, request.Answers.UnknownPlaces.Select(words => new UnknownPlace(request.Country, request.Answers.RegionCode, words, request.Registration, now)));
    }

    private async Task<string?> ByPoster(Request request, DateTimeOffset now, CancellationToken cancel)
    {
        if (request.Poster is not { } code || await db.Posters.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancel) is not { } poster) return null;
        db.PosterArrivals.Add(new PosterArrival(poster.Id, request.Registration, now));
        return RegistrationSource.PosterPrefix + code;
    }

    /// <summary>Marks who came before with the same document. Written past the entities: a flag must not make a decision on an open screen fail, and every registration runs this.</summary>
    private async Task<bool> FlagOthers(string country, string document, CancellationToken cancel)
    {
        var flagged = await db.Database.ExecuteSqlAsync(Flag(country, document), cancel);
        return flagged > 0;
    }

    internal static FormattableString Flag(string country, string document) =>
        $"UPDATE registrations SET has_duplicate_document = TRUE, is_indexed = FALSE WHERE participant_id IN (SELECT id FROM participants WHERE country = {country} AND document = {document})";
}
