using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Registrations.Duplicates;

/// <summary>Why two registrations may be the same woman's.</summary>
[Flags]
public enum DuplicateReasons
{
    None = 0,
    Document = 1,
    Phone = 2,

    /// <summary>Same name, year of birth and region.</summary>
    Person = 4,

    /// <summary>The same woman registered twice by herself.</summary>
    Participant = 8,
}

/// <summary>Registrations that may be the same woman's, with the reasons; those that staff told apart are left out.</summary>
public sealed class FindDuplicates(ProgrammeDb db)
{
    private const int Most = 20;

    public sealed record Candidate(RegistrationId Id, string Folio, string GivenNames, string Surnames, RegistrationStatus Status, DateTimeOffset SubmittedAt, DuplicateReasons Reasons, bool IsMerged);

    /// <param name="territory">Candidates outside are left out: nobody could compare them.</param>
    public async Task<IReadOnlyList<Candidate>> Handle(RegistrationId id, Territory? territory, CancellationToken cancel)
    {
        var own = await db.Registrations.AsNoTracking().Where(r => r.Id == id)
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { r.ParticipantId, r.Country, r.RegionCode, r.SearchName, p.Document, p.Phone, p.BirthYear }).SingleOrDefaultAsync(cancel);
        if (own is null) return [];

        var (country, region, name, document, phone, year) = (own.Country, own.RegionCode, own.SearchName, own.Document, own.Phone, own.BirthYear);
        var everybody = db.Registrations.AsNoTracking().Within(territory).Where(r => r.Id != id && r.Country == country)
            .Join(db.Participants, r => r.ParticipantId, p => p.Id, (r, p) => new { Registration = r, Participant = p });
        // One question for each reason: each has an index, all in one have none.
        var byDocument = everybody.Where(x => x.Participant.Document != null && x.Participant.Document == document);
        var byPhone = everybody.Where(x => x.Participant.Phone != null && x.Participant.Phone == phone);
        var byPerson = everybody.Where(x => x.Registration.SearchName == name && x.Participant.BirthYear == year && x.Registration.RegionCode == region);
        var same = everybody.Where(x => x.Registration.ParticipantId == own.ParticipantId);
        var found = new Dictionary<RegistrationId, (Registration R, Participants.Participant P, DuplicateReasons Why)>();
        foreach (var (query, why) in new[] { (byDocument, DuplicateReasons.Document), (byPhone, DuplicateReasons.Phone), (byPerson, DuplicateReasons.Person), (same, DuplicateReasons.Participant) })
            foreach (var x in await query.OrderBy(x => x.Registration.Id).Take(Most).ToListAsync(cancel))
                found[x.Registration.Id] = (x.Registration, x.Participant, found.TryGetValue(x.Registration.Id, out var before) ? before.Why | why : why);

        var verdicts = await db.DuplicateVerdicts.AsNoTracking().Where(v => v.First == id || v.Second == id).ToListAsync(cancel);
        return [.. found.Values.Select(x => (x, Verdict: verdicts.Find(v => v.First == x.R.Id || v.Second == x.R.Id))).Where(x => x.Verdict is not { Kept: null })
            .OrderByDescending(x => (int)x.x.Why).ThenBy(x => x.x.R.SubmittedAt)
            .Select(x => new Candidate(x.x.R.Id, x.x.R.Folio, x.x.P.GivenNames, x.x.P.Surnames, x.x.R.Status, x.x.R.SubmittedAt, x.x.Why, x.Verdict is not null))];
    }
}
