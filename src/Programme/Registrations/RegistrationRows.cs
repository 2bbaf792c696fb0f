using CoopAssistant.Programme.Posters;

namespace CoopAssistant.Programme.Registrations;

/// <summary>
/// What <see cref="SubmitRegistration"/> stores, as statements of her turn: a registration is the most that one turn writes, and while entities are
/// saved for it all the turns that are committed with it wait.
/// </summary>
public sealed class RegistrationRows(IInsertRows rows)
{
    public IReadOnlyList<PlainStatement> Of(SubmitRegistration.Request request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var made = SubmitRegistration.Make(request, hasDuplicateDocument: false, now);
        List<PlainStatement> statements = [];
        if (request.Document is { } hers) statements.Add(PlainStatement.Of(SubmitRegistration.Flag(request.Country, hers)));
        statements.Add(rows.Insert(made.Participant));
        statements.Add(rows.Insert(made.Registration));
        statements.AddRange(made.Registration.Steps.Select(step => rows.Insert(step, ("RegistrationId", made.Registration.Id))));
        statements.AddRange(made.UnknownPlaces.Select(place => rows.Insert(place)));
        if (request.Document is { } document) statements.Add(PlainStatement.Of(FlagHers(made.Registration.Id, request.Country, document)));
        if (request.Poster is { } poster) statements.AddRange(ByPoster(made.Registration.Id, poster, now));
        return statements;
    }

    /// <summary>She came by a poster; a code that none has changes nothing.</summary>
    private static PlainStatement[] ByPoster(RegistrationId registration, string code, DateTimeOffset now)
    {
        var (registered, at, source) = ((int)PosterEvent.Registered, now.UtcDateTime, RegistrationSource.PosterPrefix + code);
        return
        [
            PlainStatement.Of($"INSERT INTO poster_arrivals (poster_id, event, registration_id, at) SELECT id, {registered}, {registration.Value}, {at} FROM posters WHERE code = {code}"),
            PlainStatement.Of($"UPDATE registrations SET source = {source}, is_indexed = FALSE WHERE id = {registration.Value} AND EXISTS (SELECT 1 FROM posters WHERE code = {code})"),
        ];
    }

    /// <summary>Another came before her with the same document.</summary>
    private static FormattableString FlagHers(RegistrationId registration, string country, string document) => $"""
        UPDATE registrations SET has_duplicate_document = TRUE, is_indexed = FALSE WHERE id = {registration.Value}
        AND EXISTS (SELECT 1 FROM participants p JOIN registrations r ON r.participant_id = p.id WHERE p.country = {country} AND p.document = {document} AND r.id <> {registration.Value})
        """;
}
