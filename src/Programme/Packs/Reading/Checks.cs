using System.Text.RegularExpressions;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Rules that several files of a pack share.</summary>
internal static class Checks
{
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Day of the next check of a fact. A fact marked unconfirmed must have one.</summary>
    public static DateOnly? Review(YamlMap map)
    {
        var unconfirmed = map.Flag("unconfirmed");
        var review = map.OptionalDate("review");
        if (unconfirmed && review is null && !map.Has("review"))
            map.Problem("unconfirmed", "An unconfirmed fact needs a review date beside it: add \"review: 2027-02-28\" with the day by which somebody checks it.");
        return review;
    }

    /// <summary>A review date that must be there whether confirmed or not (consent, emergency numbers).</summary>
    public static DateOnly RequiredReview(YamlMap map)
    {
        var review = map.OptionalDate("review");
        if (review is null && !map.Has("review")) map.Problem("\"review\" is missing. Give the day by which somebody checks this again, like 2027-02-28.");
        return review ?? default;
    }

    /// <summary>A code of the given shape.</summary>
    public static string Code(YamlMap map, string key, Regex shape, string shapeInWords)
    {
        var code = map.Text(key, 40);
        if (code.Length > 0 && !shape.IsMatch(code)) map.Problem(key, $"\"{code}\" is not a good {key}: {shapeInWords}.");
        return code;
    }

    /// <summary>Names each code that comes a second time.</summary>
    public static void Unique(IEnumerable<Coded> entries, string key)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (code, at) in entries)
            if (code.Length > 0 && !first.TryAdd(code, at.LineOf(key)))
                at.Problem(key, $"\"{code}\" comes twice; first in line {first[code]}. Give one of them another {key}.");
    }

    /// <summary>Names placeholders nobody fills.</summary>
    public static void Placeholders(YamlMap map, string key, string text, IEnumerable<string> known) => Placeholders(map, map.LineOf(key), text, known);

    public static void Placeholders(YamlMap map, int line, string text, IEnumerable<string> known)
    {
        var names = known as ICollection<string> ?? [.. known];
        foreach (var name in Packs.Placeholders.In(text).Distinct(StringComparer.Ordinal))
            if (!names.Contains(name))
                map.AddProblem(line, $"Nobody fills {{{name}}} here.{Nearest.Hint(name, names)} Known: {string.Join(", ", names.Select(n => $"{{{n}}}"))}.");
    }

    /// <summary>A text about an unconfirmed fact advises to confirm it.</summary>
    public static void AdvisesToConfirm(YamlMap map, string key, string text)
    {
        if (text.Length > 0 && !Packs.Placeholders.In(text).Contains(Packs.Placeholders.Confirm, StringComparer.Ordinal))
            map.Problem(key, $"This is about an unconfirmed fact: end the text with {{{Packs.Placeholders.Confirm}}}.");
    }

    /// <summary>A text about the law or a cooperative that may use the country's words; where unconfirmed it advises to confirm it.</summary>
    public static string Fact(YamlMap map, string key, int most, CountryFile country, bool isUnconfirmed)
    {
        var text = map.Text(key, most);
        Placeholders(map, key, text, country.Words.Keys);
        if (isUnconfirmed) AdvisesToConfirm(map, key, text);
        return text;
    }

    /// <summary>A regular expression of the file, or one that fits nothing where it is broken.</summary>
    public static Regex? Pattern(YamlMap map, string key, bool required)
    {
        var pattern = required ? map.Text(key) : map.OptionalText(key);
        if (string.IsNullOrEmpty(pattern)) return required ? Never : null;
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTimeout);
        }
        catch (ArgumentException broken)
        {
            map.Problem(key, $"\"{key}\" is not a valid regular expression: {broken.Message}");
            return Never;
        }
    }

    private static readonly Regex Never = new("(?!)", RegexOptions.None, PatternTimeout);
}

/// <summary>A code and where it stands.</summary>
internal sealed record Coded(string Code, YamlMap At);
