using System.Globalization;

namespace CoopAssistant.Programme.Figures;

/// <summary>Months as they stand in addresses (2026-10), and when they begin somewhere.</summary>
public static class Months
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(30);

    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The month it is there at this time.</summary>
    public static DateOnly Of(DateTimeOffset time, TimeZoneInfo zone) => Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, zone).DateTime));

    /// <summary>The instant at which the month begins there, also where summer time begins or ends with it.</summary>
    public static DateTimeOffset Begins(DateOnly month, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var midnight = month.ToDateTime(TimeOnly.MinValue);
        var begins = new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
        while (Of(begins, zone) < month) begins += Step; // no clock showed midnight
        while (Of(begins - Step, zone) >= month) begins -= Step; // clocks showed it twice
        return begins;
    }

    /// <summary>Null for what is no month between 2000 and 2099.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 2000 and <= 2099 ? month : null;

    public static string Write(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>From the first to the last, both included.</summary>
    public static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last)
    {
        for (var month = first; month <= last; month = month.AddMonths(1)) yield return month;
    }
}
