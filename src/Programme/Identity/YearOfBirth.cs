using System.Globalization;
using System.Text.RegularExpressions;

namespace CoopAssistant.Programme.Identity;

/// <summary>A year of birth, told as a year, a date or an age: «1990», «nací en el 90», «12/5/88», «tengo 34», «34».</summary>
public static partial class YearOfBirth
{
    private const int OldestAge = 110;

    /// <summary>From here a bare number of two digits may be an age or a year («75»): she is asked again rather than guessed at.</summary>
    private const int DoubtfulAge = 60;

    /// <summary>The year; null where none can be read for sure. From an age: the year in which she turns it at the latest.</summary>
    public static int? Read(string? typed, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(typed) || typed.Length > 200) return null;
        var numbers = SpokenNumber.All(typed);
        if (numbers.Any(n => n > 999)) return numbers.Where(n => n > 999).ToList() is [var year] ? Plausible(year, today) : null;
        if (ShortDate().Match(typed) is { Success: true } date) return Century(Parse(date.Groups["year"].Value), today);

        var words = " " + Plain.Of(typed) + " ";
        if (numbers is [.., var last] && (SaysYear().IsMatch(words) || Months().IsMatch(words))) return last < 100 ? Century(last, today) : null;
        if (numbers is not [var only]) return null;
        if (SaysAge().IsMatch(words)) return Plausible(today.Year - only, today);
        if (typed.Trim() is ['0', _]) return Century(only, today);
        return only < DoubtfulAge ? Plausible(today.Year - only, today) : null;
    }

    /// <summary>Two digits alone, too many for an age to be sure of: 72 is asked again, with what to write.</summary>
    public static bool MayBeAge(string? typed) => typed?.Trim() is { Length: 2 } two && int.TryParse(two, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= DoubtfulAge;

    /// <summary>True where somebody born in this year may already have the age; the day is not known, so the benefit is hers.</summary>
    public static bool HasReached(int age, int yearOfBirth, DateOnly today) => today.Year - yearOfBirth >= age;

    private static int? Century(int shortYear, DateOnly today) =>
        Plausible(shortYear <= today.Year % 100 ? (today.Year / 100 * 100) + shortYear : (today.Year / 100 * 100) - 100 + shortYear, today);

    private static int? Plausible(int year, DateOnly today) => year <= today.Year && year >= today.Year - OldestAge ? year : null;

    private static int Parse(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\D*\d{1,2}\s*[-/. ]\s*\d{1,2}\s*[-/. ]\s*(?<year>\d{2})\D*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShortDate();

    [GeneratedRegex(" (?:naci|nacida|nacimiento|el ano|del ano|en el|del) ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SaysYear();

    [GeneratedRegex(" (?:tengo|edad|anos|anitos|cumpli|cumplo|cumplidos) ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SaysAge();

    [GeneratedRegex(" (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre) ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Months();
}
