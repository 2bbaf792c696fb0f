using CoopAssistant.Programme.Registrations;
using CoopAssistant.Programme.Service;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Allies.Referrals;

/// <summary>One referral as the referring office sees it: whom, what would be shared, how each answered, and what happened.</summary>
public sealed class ReadReferral(ProgrammeDb db, ReadServiceBook books, TimeProvider clock)
{
    public sealed record Result(Referral Referral, Ally Ally, string? Group, IReadOnlyList<Person> People)
    {
        /// <summary>Null where no institution is to answer.</summary>
        public AnswerClock? Clock { get; init; }

        /// <summary>Name of a woman the referral asked; null for who is none.</summary>
        public string? NameOf(ParticipantId? participant) => People.FirstOrDefault(p => p.Asked.ParticipantId == participant)?.Name;
    }

    public sealed record Person(ReferralPerson Asked, string Name, string Folio);

    /// <summary>Null where there is none, or it lies outside the territory.</summary>
    public async Task<Result?> Handle(ReferralId id, Territory? territory, CancellationToken cancel)
    {
        var referral = await db.Referrals.AsNoTracking().AsSplitQuery().Within(territory).Include(r => r.People).Include(r => r.Entries).Include(r => r.Consents).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (referral is null) return null;
        var ally = await db.Allies.AsNoTracking().SingleAsync(a => a.Id == referral.AllyId, cancel);
        var women = referral.People.Select(p => p.ParticipantId).ToList();
        var names = await db.Participants.AsNoTracking().Where(p => women.Contains(p.Id)).Select(p => new { p.Id, Name = p.GivenNames + " " + p.Surnames }).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var registrations = referral.People.Select(p => p.RegistrationId).ToList();
        var folios = await db.Registrations.AsNoTracking().Where(r => registrations.Contains(r.Id)).Select(r => new { r.Id, r.Folio }).ToDictionaryAsync(r => r.Id, r => r.Folio, cancel);
        var group = referral.GroupId is { } of ? await db.Groups.Where(g => g.Id == of).Select(g => g.Name).SingleAsync(cancel) : null;
        return new(referral, ally, group, [.. referral.People.OrderBy(p => p.Id).Select(p => new Person(p, names[p.ParticipantId], folios[p.RegistrationId]))])
        {
            Clock = AnswerClock.Of(referral, await books.Handle(cancel), clock.GetUtcNow()),
        };
    }
}
