using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Service;

namespace CoopAssistant.Programme.Tests.Service;

/// <summary>Working time by chance, beside a count that walks minute by minute and knows nothing of spans.</summary>
public sealed class OfficeCalendarTests
{
    private static readonly TimeZoneInfo Panama = TimeZoneInfo.FindSystemTimeZoneById("America/Panama");
    private static readonly TimeZoneInfo LaPaz = TimeZoneInfo.FindSystemTimeZoneById("America/La_Paz");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void Working_time_is_what_a_walk_through_the_minutes_counts(int seed)
    {
        var random = new Random(seed);
        var calendar = Any(random);
        var from = Moment(random);
        var until = from.AddMinutes(random.Next(0, 9 * 24 * 60));

        var counted = 0;
        for (var minute = from; minute < until; minute = minute.AddMinutes(1))
            if (IsOpenNaively(calendar, minute)) counted++;

        Assert.Equal(TimeSpan.FromMinutes(counted), calendar.Worked(from, until));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Time_adds_up_never_runs_backwards_and_stands_still_while_closed(int seed)
    {
        var random = new Random(seed);
        var calendar = Any(random);
        var times = Enumerable.Range(0, 12).Select(_ => Moment(random)).Order().ToList();

        for (var at = 2; at < times.Count; at++)
        {
            var (first, second, third) = (times[at - 2], times[at - 1], times[at]);
            Assert.Equal(calendar.Worked(first, third), calendar.Worked(first, second) + calendar.Worked(second, third));
            Assert.True(calendar.Worked(first, second) <= second - first);
            Assert.Equal(TimeSpan.Zero, calendar.Worked(third, first));
            if (calendar.OpensAt(second) is { } opens && opens > second) Assert.Equal(TimeSpan.Zero, calendar.Worked(second, opens));
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void What_is_due_is_late_from_that_very_moment_on_whichever_way_one_counts(int seed)
    {
        var random = new Random(seed);
        var calendar = Any(random);
        var (since, work) = (Moment(random), TimeSpan.FromMinutes(random.Next(1, 40 * 60)));

        var due = calendar.After(since, work)!.Value;

        Assert.Equal(work, calendar.Worked(since, due));
        Assert.True(calendar.Worked(since, due.AddSeconds(-1)) < work);
        Assert.True(since <= calendar.Before(due, work));
        Assert.False(since <= calendar.Before(due.AddSeconds(-1), work));
        for (var n = 0; n < 20; n++)
        {
            var now = since.AddMinutes(random.Next(0, 12 * 24 * 60));
            Assert.Equal(calendar.Worked(since, now) >= work, since <= calendar.Before(now, work));
        }
    }

    [Fact]
    public void A_weekend_and_a_holiday_in_between_count_for_nothing()
    {
        var calendar = new OfficeCalendar(Panama, Weekdays("08:00-16:00"), new Holidays([new("Martes de Carnaval", new HolidayRule.FromEaster(-47), [], null)], true), "cocle", None);
        var friday = At(Panama, 2027, 2, 5, 15, 0);

        // Carnival Tuesday 2027 is 9 February.
        Assert.Equal(At(Panama, 2027, 2, 8, 11, 0), calendar.After(friday, TimeSpan.FromHours(4)));
        Assert.Equal(At(Panama, 2027, 2, 10, 10, 0), calendar.After(friday, TimeSpan.FromHours(11)));
        Assert.Equal(At(Panama, 2027, 2, 8, 8, 0), calendar.OpensAt(At(Panama, 2027, 2, 6, 12, 0)));
        Assert.Equal("Martes de Carnaval", calendar.WhyClosed(new DateOnly(2027, 2, 9)));
    }

    [Fact]
    public void Nights_of_New_Year_and_the_last_of_February_are_crossed()
    {
        var calendar = new OfficeCalendar(LaPaz, Weekdays("08:30-12:30, 14:30-18:30"), new Holidays([new("Año Nuevo", new HolidayRule.Yearly(1, 1), [], null)], true), "la-paz", None);

        // 1 January 2028 is a Saturday; 31 December 2027 a Friday. 29 February 2028 is a Tuesday.
        Assert.Equal(At(LaPaz, 2028, 1, 3, 9, 30), calendar.After(At(LaPaz, 2027, 12, 31, 17, 30), TimeSpan.FromHours(2)));
        Assert.Equal(TimeSpan.FromHours(16), calendar.Worked(At(LaPaz, 2028, 2, 28, 18, 30), At(LaPaz, 2028, 3, 1, 23, 0)));
    }

    [Fact]
    public void A_holiday_on_a_Sunday_closes_the_Monday_after_it()
    {
        var moved = new Holidays([new("Día del Trabajo", new HolidayRule.Yearly(5, 1), [], null)], true); // 1 May 2033 is a Sunday

        Assert.Equal("Día del Trabajo", moved.On(new DateOnly(2033, 5, 2), "cocle"));
        Assert.Null(new Holidays(moved.All, sundayMovesToMonday: false).On(new DateOnly(2033, 5, 2), "cocle"));
        Assert.Null(moved.On(new DateOnly(2032, 5, 3), "cocle"));
    }

    [Fact]
    public void An_office_that_stays_closed_for_years_has_nothing_late_and_no_next_day()
    {
        var always = Enumerable.Range(0, 4000).ToDictionary(n => new DateOnly(2024, 1, 1).AddDays(n), _ => "obra");
        var calendar = new OfficeCalendar(Panama, Weekdays("08:00-16:00"), Holidays.None, "cocle", always);
        var now = At(Panama, 2029, 6, 1, 10, 0);

        Assert.Null(calendar.OpensAt(now));
        Assert.Null(calendar.After(now, TimeSpan.FromHours(1)));
        Assert.Null(calendar.Before(now, TimeSpan.FromHours(1)));
        Assert.Equal(TimeSpan.Zero, calendar.Worked(now.AddYears(-1), now));
    }

    [Theory]
    [InlineData(2026, 4, 5), InlineData(2027, 3, 28), InlineData(2028, 4, 16), InlineData(2029, 4, 1), InlineData(2030, 4, 21), InlineData(2038, 4, 25), InlineData(2285, 3, 22)]
    public void Easter_is_where_almanacs_have_it(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), Easter.Of(year));

    private static IReadOnlyDictionary<DateOnly, string> None { get; } = new Dictionary<DateOnly, string>();

    private static OpeningHours Weekdays(string spans) => OpeningHours.Of(OpeningHours.Week.Take(5).ToDictionary(day => day, _ => OpeningHours.ReadDay(spans)!))!;

    private static DateTimeOffset At(TimeZoneInfo zone, int year, int month, int day, int hour, int minute)
    {
        var local = new DateTime(year, month, day, hour, minute, 0, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    private static DateTimeOffset Moment(Random random) => new DateTimeOffset(2027, 12, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(0, 100 * 24 * 60));

    [Theory, MemberData(nameof(Seeds))]
    public void Working_days_are_what_a_walk_through_the_days_counts(int seed)
    {
        var random = new Random(seed);
        var calendar = Any(random);
        var (since, days) = (Moment(random), random.Next(1, 12));

        var due = calendar.AfterDays(since, days)!.Value;

        var walked = 0;
        for (var day = calendar.DayOf(since).AddDays(1); walked < days; day = day.AddDays(1))
        {
            var begins = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), calendar.Zone.BaseUtcOffset);
            if (Enumerable.Range(0, 24 * 60).Any(minute => IsOpenNaively(calendar, begins.AddMinutes(minute)))) walked++;
            if (walked == days) Assert.Equal(day, calendar.DayOf(due.AddSeconds(-1)));
        }
        Assert.False(calendar.IsOpenAt(due));
        Assert.True(calendar.IsOpenAt(due.AddSeconds(-1)));
        Assert.Equal(days, calendar.DaysBetween(since, due.AddSeconds(-1)));
        Assert.Equal(0, calendar.DaysBetween(due, since));
    }

    [Theory]
    [InlineData("2027-03-19T22:00:00Z", 5, "2027-03-29T21:00:00Z")] // Good Friday is none
    [InlineData("2027-12-30T14:00:00Z", 2, "2028-01-03T21:00:00Z")] // over the year's end
    [InlineData("2028-02-25T14:00:00Z", 1, "2028-03-01T21:00:00Z")] // over carnival and a leap day
    [InlineData("2027-04-30T04:59:00Z", 1, "2027-04-30T21:00:00Z")] // where the office is, it is still the day before
    public void Days_are_counted_where_the_office_is_and_without_its_holidays(string from, int days, string until)
    {
        var panama = ProgrammePackReader.ReadAll(Packs.ContentFolder.Shipped).Find("PA")!;
        var calendar = new OfficeCalendar(panama.Country.TimeZone, panama.Service.Hours, panama.Service.Holidays, panama.Offices.Central.Code, new Dictionary<DateOnly, string>());

        Assert.Equal(DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture), calendar.AfterDays(DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture), days));
    }

    private static OfficeCalendar Any(Random random)
    {
        string[] days = ["", "08:00-16:00", "08:30-12:30, 14:30-18:30", "00:00-06:15", "21:00-23:59", "07:00-09:00, 10:00-11:00, 22:30-23:45"];
        var week = OpeningHours.Week.ToDictionary(day => day, _ => OpeningHours.ReadDay(days[random.Next(days.Length)])!);
        week[DayOfWeek.Wednesday] = OpeningHours.ReadDay("09:00-12:00")!;
        var closures = Enumerable.Range(0, random.Next(6)).Select(_ => new DateOnly(2027, 12, 1).AddDays(random.Next(100))).Distinct().ToDictionary(day => day, _ => "cerrada");
        var holidays = new Holidays([new("a", new HolidayRule.Yearly(12, 25), [], null), new("b", new HolidayRule.FromEaster(-47), [], null), new("c", new HolidayRule.Once(new(2028, 1, 16)), ["x"], null)], random.Next(2) == 0);
        return new OfficeCalendar(random.Next(2) == 0 ? Panama : LaPaz, OpeningHours.Of(week)!, holidays, random.Next(2) == 0 ? "x" : "y", closures);
    }

    private static bool IsOpenNaively(OfficeCalendar calendar, DateTimeOffset minute)
    {
        var local = TimeZoneInfo.ConvertTime(minute, calendar.Zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        if (calendar.Closures.ContainsKey(day) || (day.Month, day.Day) == (12, 25) || day == new DateOnly(2028, 2, 29)) return false;
        if (calendar.Office == "x" && (day == new DateOnly(2028, 1, 16) || (calendar.Holidays.SundayMovesToMonday && day == new DateOnly(2028, 1, 17)))) return false;
        var time = TimeOnly.FromDateTime(local.DateTime);
        return calendar.Hours.On(local.DayOfWeek).Any(span => span.From <= time && time < span.Until);
    }
}
