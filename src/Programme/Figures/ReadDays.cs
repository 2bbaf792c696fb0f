using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Figures;

/// <summary>Registrations of one month by the day, as they stand now: read from the rows of that month alone.</summary>
public sealed class ReadDays(ProgrammeDb db, ProgrammePacks packs)
{
    /// <param name="Month">Its first day.</param>
    public sealed record Request(DateOnly Month, Territory? Territory, string? Country, string? Region);

    /// <returns>Every day of the month, also those without any, by the clock of each woman's country.</returns>
    public async Task<IReadOnlyList<(DateOnly Day, int Count)>> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var counts = new Dictionary<DateOnly, int>();
        foreach (var pack in packs.All.Where(pack => request.Country is null || pack.Country.Code == request.Country))
        {
            var (country, zone) = (pack.Country.Code, pack.Country.TimeZone);
            var span = CountrySpan.Of(country, zone, request.Month, request.Month);
            var found = db.Registrations.AsNoTracking().Within(request.Territory).Where(r => r.Country == country && r.SubmittedAt >= span.From && r.SubmittedAt < span.Until);
            if (request.Region is { } region) found = found.Where(r => r.RegionCode == region);
            foreach (var at in await found.Select(r => r.SubmittedAt).ToListAsync(cancel))
            {
                var day = pack.DayOf(at);
                counts[day] = counts.GetValueOrDefault(day) + 1;
            }
        }
        return [.. Enumerable.Range(0, DateTime.DaysInMonth(request.Month.Year, request.Month.Month)).Select(request.Month.AddDays).Select(day => (day, counts.GetValueOrDefault(day)))];
    }
}
