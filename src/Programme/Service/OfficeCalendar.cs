namespace CoopAssistant.Programme.Service;

/// <summary>
/// When an office works: its hours, less holidays and the days on which it closes itself. Counts working time alone: an hour in which the
/// office is closed is no hour of waiting. Pure; the time is always given.
/// </summary>
/// <param name="Office">Code of the office.</param>
/// <param name="Closures">Days on which this office alone is closed, with why.</param>
public sealed record OfficeCalendar(TimeZoneInfo Zone, OpeningHours Hours, Holidays Holidays, string Office, IReadOnlyDictionary<DateOnly, string> Closures)
{
    /// <summary>So far is looked for working time: an office that is closed longer has none.</summary>
    private const int MostDays = 1100;

    /// <summary>The day it is there.</summary>
    public DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, Zone).DateTime);

    /// <summary>Holiday or reason for which it is closed the whole day; null where only the hours of the week decide.</summary>
    public string? WhyClosed(DateOnly day) => Closures.TryGetValue(day, out var why) ? why : Holidays.On(day, Office);

    public bool IsOpenAt(DateTimeOffset time) => Open(DayOf(time)).Any(span => span.From <= time && time < span.Until);

    /// <summary>When it opens next; the time itself where it is open. Null where it does not for years.</summary>
    public DateTimeOffset? OpensAt(DateTimeOffset time)
    {
        for (var (day, looked) = (DayOf(time), 0); looked < MostDays; day = day.AddDays(1), looked++)
            foreach (var span in Open(day))
                if (span.Until > time) return span.From > time ? span.From : time;
        return null;
    }

    /// <summary>Working time between two moments; none where the second is not later.</summary>
    public TimeSpan Worked(DateTimeOffset from, DateTimeOffset until)
    {
        var worked = TimeSpan.Zero;
        if (until <= from) return worked;
        var last = DayOf(until);
        for (var day = DayOf(from); day <= last; day = day.AddDays(1))
            foreach (var span in Open(day))
                worked += Positive(Earlier(span.Until, until) - Later(span.From, from));
        return worked;
    }

    /// <summary>The first moment at which so much working time has passed since then. Null where that is years away.</summary>
    public DateTimeOffset? After(DateTimeOffset from, TimeSpan work)
    {
        if (work <= TimeSpan.Zero) return from;
        for (var (day, looked) = (DayOf(from), 0); looked < MostDays; day = day.AddDays(1), looked++)
            foreach (var span in Open(day))
            {
                var begins = Later(span.From, from);
                var there = Positive(span.Until - begins);
                if (there >= work) return begins + work;
                work -= there;
            }
        return null;
    }

    /// <summary>When it closes on its n-th working day after the day of this moment. Null where that is years away.</summary>
    public DateTimeOffset? AfterDays(DateTimeOffset from, int days)
    {
        for (var (day, looked) = (DayOf(from).AddDays(1), 0); looked < MostDays; day = day.AddDays(1), looked++)
            if (Open(day).ToList() is [.., var last] && --days <= 0)
                return last.Until;
        return null;
    }

    /// <summary>Its working days after the day of the first moment up to and with that of the second; none where the second is not later.</summary>
    public int DaysBetween(DateTimeOffset from, DateTimeOffset until)
    {
        var (days, last) = (0, DayOf(until));
        for (var day = DayOf(from).AddDays(1); day <= last; day = day.AddDays(1))
            if (Open(day).Any()) days++;
        return days;
    }

    /// <summary>The last moment since which so much working time has passed until now: what waits since then or longer is late. Null where that is years ago.</summary>
    public DateTimeOffset? Before(DateTimeOffset now, TimeSpan work)
    {
        if (work <= TimeSpan.Zero) return now;
        for (var (day, looked) = (DayOf(now), 0); looked < MostDays; day = day.AddDays(-1), looked++)
            foreach (var span in Open(day).Reverse())
            {
                var ends = Earlier(span.Until, now);
                var there = Positive(ends - span.From);
                if (there >= work) return ends - work;
                work -= there;
            }
        return null;
    }

    /// <summary>Earliest first.</summary>
    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Open(DateOnly day) =>
        WhyClosed(day) is not null ? [] : Hours.On(day.DayOfWeek).Select(span => (At(day, span.From), At(day, span.Until)));

    private DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static TimeSpan Positive(TimeSpan span) => span > TimeSpan.Zero ? span : TimeSpan.Zero;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
