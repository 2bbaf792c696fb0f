using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Registrations.Search;

/// <summary>One thing that staff typed: a number (folio, document, phone) or a word.</summary>
/// <param name="Text">Plain; numbers without separators.</param>
public sealed record Typed(string Text, bool IsNumber)
{
    private const int MostTerms = 8;

    /// <summary>From here on digits are a number somebody looks for, not part of an address («km 12»).</summary>
    private const int ShortestNumber = 4;

    /// <summary>Numbers may be typed with blanks, hyphens, plus and country code: «+507 6123-4567», «pa 4829 1736».</summary>
    public static IReadOnlyList<Typed> Read(string? text)
    {
        var parts = Plain.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var read = new List<Typed>();
        for (var at = 0; at < parts.Length && read.Count < MostTerms;)
        {
            var end = at;
            while (end < parts.Length && IsPartOfNumber(parts, at, end)) end++;
            var joined = string.Concat(parts[at..end]);
            if (joined.Count(char.IsAsciiDigit) >= ShortestNumber)
            {
                read.Add(new Typed(joined, true));
                at = end;
            }
            else
            {
                read.Add(new Typed(parts[at], false));
                at++;
            }
        }
        return read;
    }

    /// <summary>A run of digits, letters only as short beginnings: «pa», «pe», «8av».</summary>
    private static bool IsPartOfNumber(string[] parts, int start, int at) =>
        parts[at].Any(char.IsAsciiDigit) || (at == start && parts[at].Length <= 2 && at + 1 < parts.Length && parts[at + 1].Any(char.IsAsciiDigit));
}
