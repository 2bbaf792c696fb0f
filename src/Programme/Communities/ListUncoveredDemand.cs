using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Communities;

/// <summary>
/// Where women want to take part and the programme is not: places without an active community, or without an office of their own,
/// those of most women first. What a director asks for money with.
/// </summary>
public sealed class ListUncoveredDemand(ProgrammeDb db, ProgrammePacks packs, KeptDemand kept)
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

    /// <param name="Lines">Null where registrations are many and were not counted yet: a minute after a start they are.</param>
    /// <param name="CountedAt">Null where it is as of this moment.</param>
    public sealed record Result(IReadOnlyList<Line>? Lines, DateTimeOffset? CountedAt);

    /// <summary>How many women of a place want the same.</summary>
    public sealed record Asked(string Country, string? Region, string? Place, string? Rubro, RegistrationStatus Status, int Count);

    public async Task<Result> Handle(Territory? territory, CancellationToken cancel)
    {
        if (!await LargeProgramme.Is(db, cancel)) return new(await Lines(await Ask(territory, cancel), cancel), null);
        if (kept.Last is not { } last) return new(null, null);
        return new(await Lines(last.Value.Where(a => territory?.Covers(a.Country, a.Region, a.Place) != false), cancel), last.At);
    }

    /// <summary>Counted from the registrations.</summary>
    internal async Task<IReadOnlyList<Asked>> Ask(Territory? territory, CancellationToken cancel) =>
        await db.Registrations.AsNoTracking().Within(territory).Where(r => Wanting.Contains(r.Status))
            .GroupBy(r => new { r.Country, r.RegionCode, r.PlaceCode, r.Rubro, r.Status })
            .Select(g => new Asked(g.Key.Country, g.Key.RegionCode, g.Key.PlaceCode, g.Key.Rubro, g.Key.Status, g.Count())).ToListAsync(cancel);

    private async Task<IReadOnlyList<Line>> Lines(IEnumerable<Asked> asked, CancellationToken cancel)
    {
        var active = await db.Communities.AsNoTracking().Where(c => c.State == CommunityState.Active).Select(c => c.PlaceCode).Distinct().ToListAsync(cancel);
        var covered = active.ToHashSet(StringComparer.Ordinal);

        var lines = asked.GroupBy(a => (a.Country, Place: a.Place ?? a.Region)).Select(place => new Line(
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
