using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Communities;

/// <summary>
/// Where women want to take part and the programme is not: places without an active community, or without an office of their own,
/// those of most women first. What a director asks for money with.
/// </summary>
public sealed class ListUncoveredDemand(ProgrammeDb db, ProgrammePacks packs)
{
    private static readonly RegistrationStatus[] Wanting =
    [
        RegistrationStatus.Received, RegistrationStatus.InReview, RegistrationStatus.InformationMissing,
        RegistrationStatus.Accepted, RegistrationStatus.WaitingList, RegistrationStatus.OutOfCoverage,
    ];

    /// <param name="PlaceCode">Null for women whose place is not known.</param>
    /// <param name="HasOffice">A regional office answers for it; else the central one does.</param>
    /// <param name="Waiting">Of them, on the waiting list or declared out of coverage.</param>
    public sealed record Line(string Country, string? PlaceCode, int Women, int Waiting, string? CommonestRubro, bool HasOffice);

    public async Task<IReadOnlyList<Line>> Handle(Territory? territory, CancellationToken cancel)
    {
        var asked = await db.Registrations.AsNoTracking().Within(territory).Where(r => Wanting.Contains(r.Status))
            .GroupBy(r => new { r.Country, Place = r.PlaceCode ?? r.RegionCode, r.Rubro, r.Status })
            .Select(g => new { g.Key.Country, g.Key.Place, g.Key.Rubro, g.Key.Status, Count = g.Count() }).ToListAsync(cancel);
        var active = await db.Communities.AsNoTracking().Where(c => c.State == CommunityState.Active).Select(c => c.PlaceCode).Distinct().ToListAsync(cancel);
        var covered = active.ToHashSet(StringComparer.Ordinal);

        var lines = asked.GroupBy(a => (a.Country, a.Place)).Select(place => new Line(
            place.Key.Country, place.Key.Place, place.Sum(a => a.Count),
            place.Where(a => a.Status is RegistrationStatus.WaitingList or RegistrationStatus.OutOfCoverage).Sum(a => a.Count),
            place.Where(a => a.Rubro is not null).GroupBy(a => a.Rubro, StringComparer.Ordinal).OrderByDescending(g => g.Sum(a => a.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key,
            HasOffice(place.Key.Country, place.Key.Place)));
        return [.. lines.Where(line => !line.HasOffice || !IsCovered(line)).OrderByDescending(line => line.Women).ThenBy(line => line.PlaceCode, StringComparer.Ordinal)];

        bool IsCovered(Line line) => packs.Find(line.Country)?.Places.Chain(line.PlaceCode).Any(place => covered.Contains(place.Code)) == true;
    }

    private bool HasOffice(string country, string? placeCode) =>
        placeCode is not null && packs.Find(country)?.Offices is { } offices && offices.For(placeCode) != offices.Central;
}
