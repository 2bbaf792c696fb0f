using System.Collections.Concurrent;

namespace CoopAssistant.Programme.Service;

/// <summary>The holidays of a country.</summary>
/// <param name="sundayMovesToMonday">One that falls on a Sunday closes offices on the Monday after it too.</param>
public sealed class Holidays(IReadOnlyList<Holiday> all, bool sundayMovesToMonday)
{
    private readonly ConcurrentDictionary<(int, string), IReadOnlyDictionary<DateOnly, string>> _years = new();

    public static Holidays None { get; } = new([], false);

    public IReadOnlyList<Holiday> All => all;
    public bool SundayMovesToMonday => sundayMovesToMonday;

    /// <summary>Name of the holiday for which an office is closed on this day; null where it is none.</summary>
    public string? On(DateOnly day, string office) => _years.GetOrAdd((day.Year, office), key => Of(key.Item1, key.Item2)).GetValueOrDefault(day);

    private Dictionary<DateOnly, string> Of(int year, string office)
    {
        var days = new Dictionary<DateOnly, string>();
        foreach (var holiday in All.Where(holiday => holiday.Offices.Count == 0 || holiday.Offices.Contains(office, StringComparer.Ordinal)))
        {
            if (holiday.Rule.In(year) is not { } day) continue;
            days[day] = holiday.Name;
        }
        if (!SundayMovesToMonday) return days;
        foreach (var (sunday, name) in days.Where(day => day.Key.DayOfWeek == DayOfWeek.Sunday).ToList())
            if (sunday.AddDays(1) is var monday && monday.Year == year) days.TryAdd(monday, name);
        return days;
    }
}
