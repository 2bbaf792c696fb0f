namespace CoopAssistant.Programme.Service;

/// <summary>When a holiday is.</summary>
public abstract record HolidayRule
{
    private HolidayRule() { }

    /// <summary>Null where there is none in that year.</summary>
    public abstract DateOnly? In(int year);

    /// <summary>The same day each year.</summary>
    public sealed record Yearly(int Month, int Day) : HolidayRule
    {
        public override DateOnly? In(int year) => Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;
    }

    /// <summary>So many days after Easter Sunday, or before it where negative.</summary>
    public sealed record FromEaster(int Days) : HolidayRule
    {
        public override DateOnly? In(int year) => Easter.Of(year).AddDays(Days);
    }

    /// <summary>One day only: a change of government, a census.</summary>
    public sealed record Once(DateOnly Day) : HolidayRule
    {
        public override DateOnly? In(int year) => Day.Year == year ? Day : null;
    }
}

/// <param name="Offices">Codes of the offices that close; all of the country where empty.</param>
/// <param name="Review">Day by which it is to be checked again; null where confirmed.</param>
public sealed record Holiday(string Name, HolidayRule Rule, IReadOnlyList<string> Offices, DateOnly? Review);

/// <summary>Easter Sunday of the Gregorian calendar, by the anonymous algorithm that Nature printed in 1876.</summary>
public static class Easter
{
    public static DateOnly Of(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = (8 * b + 13) / 25;
        var h = (19 * a + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + 2 * e + 2 * i - h - k) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var date = h + l - 7 * m + 114;
        return new DateOnly(year, date / 31, date % 31 + 1);
    }
}
