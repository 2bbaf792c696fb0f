using System.Globalization;
using CoopAssistant.Programme.Packs.Yaml;
using CoopAssistant.Programme.Service;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads <c>service.yaml</c>.</summary>
internal static class ServiceFile
{
    private const int FarthestFromEaster = 120;

    public static ServiceRules Read(YamlMap map, OfficeDirectory offices)
    {
        var review = Checks.Review(map);
        var hours = ReadHours(map);
        var entries = map.Maps("holidays");
        var holidays = entries.Select(entry => ReadHoliday(entry, offices)).ToList();
        var rules = new ServiceRules(hours, review, new Holidays(holidays, map.Flag("sundayMovesToMonday")));
        map.Done();
        return rules;
    }

    private static OpeningHours ReadHours(YamlMap map)
    {
        var week = map.Map("hours");
        var days = new Dictionary<DayOfWeek, IReadOnlyList<OpenSpan>>();
        foreach (var day in OpeningHours.Week)
        {
            var key = EnumNames.Written(day);
            if (week.OptionalText(key, 60) is not { } text) continue;
            if (OpeningHours.ReadDay(text) is { } spans) days[day] = spans;
            else week.Problem(key, $"\"{text}\" are no hours: write them like 08:00-12:00, 13:00-16:00, or leave the day out where offices are closed.");
        }
        week.Done();
        if (OpeningHours.Of(days) is { } hours) return hours;
        if (map.Has("hours")) map.Problem("hours", $"Offices must be open on one day at least, each time from an earlier to a later hour, not overlapping, {OpeningHours.MostSpans} a day at most.");
        return OpeningHours.Read("Monday 08:00-16:00")!;
    }

    private static Holiday ReadHoliday(YamlMap map, OfficeDirectory offices)
    {
        var holiday = new Holiday(map.Text("name", 60), Rule(map), map.Words("offices", 40), Checks.Review(map));
        foreach (var code in holiday.Offices)
            if (offices.All.All(office => office.Code != code))
                map.Problem("offices", $"There is no office \"{code}\".{Nearest.Hint(code, offices.All.Select(office => office.Code))}");
        map.Done();
        return holiday;
    }

    private static HolidayRule Rule(YamlMap map)
    {
        var (day, easter, date) = (map.OptionalText("day", 10), map.OptionalNumber("easter", -FarthestFromEaster, FarthestFromEaster), map.OptionalDate("date"));
        var said = new[] { map.Has("day"), map.Has("easter"), map.Has("date") }.Count(has => has);
        if (said != 1) map.Problem("Say once when it is: \"day\" (05-01, each year), \"easter\" (days after Easter Sunday, negative before it) or \"date\" (2029-07-01, once).");
        if (easter is { } days) return new HolidayRule.FromEaster(days);
        if (date is { } once) return new HolidayRule.Once(once);
        if (DateOnly.TryParseExact("2028-" + day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var yearly)) return new HolidayRule.Yearly(yearly.Month, yearly.Day);
        if (day is not null) map.Problem("day", $"\"{day}\" is no day of the year: write month and day, like 05-01.");
        return new HolidayRule.Yearly(1, 1);
    }
}
