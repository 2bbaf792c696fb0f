using System.Globalization;
using CoopAssistant.Programme.Figures;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>
/// When somebody registered, as a term: the hour, of universal time, so that days and months of any country can be put together from hours, whatever its
/// clock. An hour lies in its day, its month and its year: <c>#at=2026-03-05T14</c> in <c>#at=2026-03-05</c>, <c>#at=2026-03</c> and <c>#at=2026</c>.
/// </summary>
internal static class HourTerms
{
    private const string Mark = "#at=";

    public static string Submitted(DateTimeOffset at) => Hour(at.UtcDateTime);

    /// <summary>Day, month and year of an hour; nothing of any other term.</summary>
    public static IEnumerable<string> Around(string term)
    {
        if (!term.StartsWith(Mark, StringComparison.Ordinal)) yield break;
        foreach (var length in (int[])[10, 7, 4]) yield return term[..(Mark.Length + length)];
    }

    /// <summary>A span can be put together from hours: every country's can whose clock differs by whole ones.</summary>
    public static bool CanSay(CountrySpan span) => IsWhole(span.From) && IsWhole(span.Until);

    /// <summary>The fewest terms that are the span: hours up to a day, days up to a month, months up to a year.</summary>
    public static IEnumerable<string> Within(CountrySpan span)
    {
        var (at, end) = (span.From.UtcDateTime, span.Until.UtcDateTime);
        while (at < end)
        {
            var (term, next) = Longest(at, end);
            yield return term;
            at = next;
        }
    }

    private static (string Term, DateTime Next) Longest(DateTime at, DateTime end)
    {
        if (at.Hour > 0 || end - at < TimeSpan.FromDays(1)) return (Hour(at), at.AddHours(1));
        if (at.Day > 1 || (at.Year, at.Month) == (end.Year, end.Month)) return (Say(at, "yyyy-MM-dd"), at.AddDays(1));
        return at.Month > 1 || at.Year == end.Year ? (Say(at, "yyyy-MM"), at.AddMonths(1)) : (Say(at, "yyyy"), at.AddYears(1));
    }

    private static string Hour(DateTime at) => Say(at, "yyyy-MM-dd'T'HH");

    private static string Say(DateTime at, string format) => Mark + at.ToString(format, CultureInfo.InvariantCulture);

    private static bool IsWhole(DateTimeOffset at) => at.UtcTicks % TimeSpan.TicksPerHour == 0;
}
