using System.Linq.Expressions;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Service;

/// <summary>The clocks of all offices at one moment, for all that wait. See <see cref="ReadServiceBook"/>.</summary>
public sealed class ServiceBook(ProgrammePacks packs, IReadOnlyList<ServiceClock> clocks)
{
    public IReadOnlyList<ServiceClock> All => clocks;

    /// <summary>The clock of the office that answers there; the first country's central one where the country is not known. Null without any programme.</summary>
    public ServiceClock? Of(string? country, string? region, string? place) =>
        (packs.Find(country) ?? packs.All.FirstOrDefault()) is { } pack ? Find(pack.Country.Code, pack.Offices.For(pack.Country.Code == country ? place ?? region : null).Code) : null;

    public ServiceClock? Find(string country, string office) => clocks.FirstOrDefault(clock => clock.Pack.Country.Code == country && clock.Office.Code == office);

    /// <summary>A condition that databases understand: late by the clock of the office that answers there.</summary>
    /// <param name="country">Where who waits is; the rest likewise.</param>
    /// <param name="since">Since when; null where nobody waits.</param>
    /// <param name="toBeShown">Only what comes before somebody of this level: before a director only where there is one.</param>
    public Expression<Func<T, bool>> Late<T>(
        ServiceKind kind, ServiceLevel level, DateTimeOffset now, Expression<Func<T, string?>> country, Expression<Func<T, string?>> region, Expression<Func<T, string?>> place,
        Expression<Func<T, DateTimeOffset?>> since, bool toBeShown = false)
    {
        DateTimeOffset Since(ServiceClock clock) => toBeShown ? clock.ShownSince(kind, level, now) : clock.LateSince(kind, level, now);
        var late = new LateCondition<T>(country, region, place, since);
        var any = packs.All.Select(pack => late.In(pack, OfPack(pack), Since)).ToList();
        if (packs.All.Count > 0 && OfPack(packs.All[0]).Find(clock => clock.Office.Code == packs.All[0].Offices.Central.Code) is { } first)
            any.Add(late.Elsewhere([.. packs.All.Select(pack => pack.Country.Code)], Since(first)));
        return late.Any(any);
    }

    /// <summary>Nothing that waits since later is late anywhere.</summary>
    public DateTimeOffset LastLate(ServiceKind kind, ServiceLevel level, DateTimeOffset now) =>
        clocks.Count == 0 ? DateTimeOffset.UnixEpoch : clocks.Max(clock => clock.LateSince(kind, level, now));

    private List<ServiceClock> OfPack(ProgrammePack pack) => [.. clocks.Where(clock => clock.Pack == pack)];
}
