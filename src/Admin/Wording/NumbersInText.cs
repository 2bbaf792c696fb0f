using System.Text.RegularExpressions;

namespace CoopAssistant.Admin.Wording;

/// <summary>
/// Documents and phones of the women behind a chat, as they stand in what is said there: covered as they are beside her answers. Blanks, dots and hyphens,
/// zeros in front, the country's code before a phone and the letters behind a document make no difference.
/// </summary>
public sealed class NumbersInText
{
    private const string Between = @"[\s.()/·\u2010-\u2015-]{0,3}";
    private const int Shortest = 4;
    private const int National = 8; // digits of a phone in Panama and Bolivia

    private readonly Lazy<Regex?> _numbers; // an open page asks every second or two, and mostly nothing is new to be searched

    /// <param name="numbers">As they are stored; phones begin with «+».</param>
    public NumbersInText(IEnumerable<string?> numbers) => _numbers = new(() => Build(numbers));

    private static Regex? Build(IEnumerable<string?> numbers)
    {
        var patterns = numbers.OfType<string>().Where(number => number.Count(char.IsLetterOrDigit) >= Shortest).Select(number => number.StartsWith('+') ? Phone(number) : Document(number)).Distinct(StringComparer.Ordinal).ToList();
        return patterns.Count == 0 ? null : new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{string.Join('|', patterns)})(?![\p{{L}}\p{{N}}])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    /// <summary>Covers nothing.</summary>
    public static NumbersInText None { get; } = new([]);

    public string Cover(string text) => _numbers.Value?.Replace(text, found => Masked.Number(found.Value)) ?? text;

    private static string Phone(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length <= National ? Spread(digits) : $@"(?:(?:\+|00)?{Between}{Spread(digits[..^National])}{Between})?{Spread(digits[^National..])}";
    }

    private static string Document(string number)
    {
        var parts = string.Concat(number.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(parts.Select((part, i) => (i == 0 ? "" : Between, part) switch
        {
            var (before, digits) when digits.All(char.IsAsciiDigit) => $"{before}0*{Spread(digits.TrimStart('0'))}",
            var (before, letters) when i > 0 && letters.All(char.IsLetter) && i == parts.Length - 1 => $"(?:{before}{Spread(letters)})?",
            var (before, other) => before + Spread(other),
        }));
    }

    private static string Spread(string letters) => string.Join(Between, letters.Select(letter => Regex.Escape(letter.ToString())));
}
