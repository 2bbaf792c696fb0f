using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Figures;

/// <summary>
/// Counts all months into the figures that pages and reports read. Everything that still may change is counted anew, so that whatever
/// was corrected shows; only what differs is written, a month at a time and briefly: no turn waits for it.
/// </summary>
public sealed class CountFigures(ProgrammeDb db, ProgrammePacks packs, IEnumerable<ICountFigures> counters, TimeProvider clock)
{
    public async Task Handle(CancellationToken cancel)
    {
        var (began, now) = (clock.GetTimestamp(), clock.GetUtcNow());
        var stamp = await db.FiguresStamps.SingleOrDefaultAsync(cancel);
        foreach (var counter in counters)
        {
            var begin = await counter.First(cancel);
            if (counter.SettlesAfter is null) await Forget(counter.Kinds, begin, cancel);
            if (begin is not { } first) continue;
            foreach (var month in MonthsOf(counter, first, now))
            {
                if (stamp is not null && counter.SettlesAfter is { } settles && month.Until + settles < stamp.At) continue;
                await Keep(month, counter.Kinds, await counter.Count(month, cancel), cancel);
            }
        }
        if (stamp is null) db.FiguresStamps.Add(stamp = new FiguresStamp());
        stamp.Counted(now, clock.GetElapsedTime(began));
        await db.SaveAsync(cancel);
    }

    private IEnumerable<FigureMonth> MonthsOf(ICountFigures counter, DateTimeOffset first, DateTimeOffset now)
    {
        IEnumerable<(string Code, TimeZoneInfo Zone)> countries = packs.All.Select(pack => (pack.Country.Code, pack.Country.TimeZone));
        if (counter.CountsStrangers && packs.All.Count > 0) countries = countries.Append(("", packs.All[0].Country.TimeZone));
        foreach (var (code, zone) in countries)
            foreach (var month in Months.Between(Months.Of(first, zone).AddMonths(-1), Months.Of(now, zone))) // one earlier: what was there may be erased
                yield return new(code, month, Months.Begins(month, zone), Months.Begins(month.AddMonths(1), zone));
    }

    /// <summary>Of months before the first of all nothing is left: it was erased.</summary>
    private async Task Forget(IReadOnlyList<FigureKind> kinds, DateTimeOffset? first, CancellationToken cancel)
    {
        var gone = db.Figures.Where(f => kinds.Contains(f.Kind));
        if (first is { } begin)
        {
            var before = Months.Of(DateOnly.FromDateTime(begin.UtcDateTime)).AddMonths(-1); // nowhere on earth later than the month before its own
            gone = gone.Where(f => f.Month < before);
        }
        if (await gone.AnyAsync(cancel)) await gone.ExecuteDeleteAsync(cancel);
    }

    private async Task Keep(FigureMonth month, IReadOnlyList<FigureKind> kinds, IReadOnlyList<CountedFigure> counted, CancellationToken cancel)
    {
        var (country, first) = (month.Country, month.Month);
        var known = await db.Figures.AsNoTracking().Where(f => f.Country == country && f.Month == first && kinds.Contains(f.Kind))
            .ToDictionaryAsync(f => (f.Kind, f.Code, f.RegionCode, f.PlaceCode), cancel);
        foreach (var same in counted.GroupBy(c => (c.Kind, c.Code, Region: c.Region ?? "", Place: PlaceOfAnOffice(country, c.Place))))
        {
            var now = new Figure(country, first, same.Key.Kind, same.Key.Code, same.Key.Region, same.Key.Place, same.Sum(c => c.Count));
            if (!known.Remove(same.Key, out var before)) db.Figures.Add(now);
            else if (before.Count != now.Count) db.Figures.Update(now);
        }
        db.Figures.RemoveRange(known.Values);
        await db.SaveAsync(cancel);
    }

    /// <summary>The smallest place around it that an office of its own answers for: staff of an office see no further. Empty where its region is that.</summary>
    private string PlaceOfAnOffice(string country, string? place)
    {
        if (place is null || packs.Find(country) is not { } pack) return "";
        foreach (var around in pack.Places.Chain(place))
            if (pack.Places.RegionOf(around.Code) != around.Code && pack.Offices.All.Any(office => office.Covers.Contains(around.Code, StringComparer.Ordinal))) return around.Code;
        return "";
    }
}
