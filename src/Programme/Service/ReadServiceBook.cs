using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Service;

/// <summary>Reads what offices set for themselves, and puts it beside the hours, holidays and targets that hold for all.</summary>
public sealed class ReadServiceBook(ProgrammeDb db, ProgrammePacks packs, ServiceDefaults defaults, IOfficeDirectors directors)
{
    public async Task<ServiceBook> Handle(CancellationToken cancel)
    {
        var schedules = await db.OfficeSchedules.AsNoTracking().Include(s => s.Closures).AsSingleQuery().ToListAsync(cancel);
        var hasDirector = await directors.Read(cancel);
        return new ServiceBook(packs, [.. packs.All.SelectMany(pack => pack.Offices.All.Select(office => Of(pack, office, schedules.Find(s => s.Country == pack.Country.Code && s.OfficeCode == office.Code), hasDirector(pack, office))))]);
    }

    private ServiceClock Of(ProgrammePack pack, Office office, OfficeSchedule? own, bool hasDirector)
    {
        var hours = OpeningHours.Read(own?.Hours);
        var closures = own?.Closures.ToDictionary(closure => closure.Day, closure => closure.Why) ?? [];
        return new ServiceClock(
            pack, office, new OfficeCalendar(pack.Country.TimeZone, hours ?? pack.Service.Hours, pack.Service.Holidays, office.Code, closures),
            ServiceTarget.Usual(Span(own?.AnswerMinutes) ?? defaults.AnswerWithin, Span(own?.AnswerLimitMinutes)),
            ServiceTarget.Usual(Span(own?.ReviewMinutes) ?? defaults.ReviewWithin, Span(own?.ReviewLimitMinutes)),
            hours is not null || pack.Service.Review is null)
        {
            HasDirector = hasDirector,
        };
    }

    private static TimeSpan? Span(int? minutes) => minutes is { } said ? TimeSpan.FromMinutes(said) : null;
}
