using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.PaperLists;

/// <summary>Which lines may be women who are registered already: same document, same phone, or same name and year of birth.</summary>
internal sealed class ResemblingRegistrations(ProgrammeDb db)
{
    private const int AtOnce = 300;

    private sealed record Known(string Folio, string Country, string? RegionCode, string? PlaceCode, string SearchName, string? Document, string? Phone, int? BirthYear);

    /// <returns>Folios as they are spoken; for one outside the territory only that there is one.</returns>
    public async Task<IReadOnlyDictionary<RegistrationDraft, string>> Of(string country, Territory? territory, IReadOnlyList<RegistrationDraft> drafts, CancellationToken cancel)
    {
        var found = new Dictionary<RegistrationDraft, string>(ReferenceEqualityComparer.Instance);
        foreach (var some in drafts.Chunk(AtOnce))
        {
            var known = await Near(country, some, cancel);
            foreach (var draft in some)
            {
                var alike = known.Where(k => (draft.Document is not null && k.Document == draft.Document) || (draft.Phone is not null && k.Phone == draft.Phone) || (k.SearchName == draft.Answers.SearchName && k.BirthYear == draft.BirthYear))
                    .Select(k => territory?.Covers(k.Country, k.RegionCode, k.PlaceCode) == false ? "un registro fuera de su territorio" : Folio.TryParse(k.Folio, null, out var folio) ? folio.Spoken : k.Folio)
                    .Distinct(StringComparer.Ordinal).Take(3).ToList();
                if (alike.Count > 0) found[draft] = string.Join(", ", alike);
            }
        }
        return found;
    }

    /// <summary>One question for each reason: each has an index, all in one have none.</summary>
    private async Task<List<Known>> Near(string country, RegistrationDraft[] some, CancellationToken cancel)
    {
        var (documents, phones) = (some.Select(d => d.Document).OfType<string>().ToList(), some.Select(d => d.Phone).OfType<string>().ToList());
        var names = some.Select(d => d.Answers.SearchName).ToList();
        var all = db.Registrations.AsNoTracking().Where(r => r.Country == country).Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { Registration = r, Participant = p });
        var known = new List<Known>();
        foreach (var query in new[]
        {
            all.Where(x => x.Participant.Document != null && documents.Contains(x.Participant.Document)), all.Where(x => x.Participant.Phone != null && phones.Contains(x.Participant.Phone)),
            all.Where(x => names.Contains(x.Registration.SearchName)),
        })
            known.AddRange(await query.Select(x => new Known(x.Registration.Folio, x.Registration.Country, x.Registration.RegionCode, x.Registration.PlaceCode, x.Registration.SearchName, x.Participant.Document, x.Participant.Phone, x.Participant.BirthYear)).ToListAsync(cancel));
        return known;
    }
}
