using System.Text;
using System.Text.RegularExpressions;

namespace CoopAssistant.Programme.Forms;

/// <summary>
/// How a country's identity document is read and kept. All of it is data of the programme's pack; the pack also
/// carries samples that must be taken and refused, so a wrong pattern is found when the pack is read.
/// </summary>
/// <param name="Kind">Stored beside the number: <c>cedula-pa</c>.</param>
/// <param name="Name">What women call it: cédula, carnet.</param>
/// <param name="Pattern">Tried on the cleaned-up text: capitals, every run of separators one hyphen. Its named groups are the parts.</param>
/// <param name="Canonical">The kept form with parts in braces; separators before a part that is missing fall away.</param>
/// <param name="Doubtful">Canonical forms that are taken, but staff should look at; null for none.</param>
public sealed record DocumentRules(string Kind, string Name, Regex Pattern, string Canonical, Regex? Doubtful, string Example)
{
    /// <summary>Other words for it, so that "mi carnet es 123" can be read.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The canonical form of what she typed; null where it does not look like this document.</summary>
    public string? Read(string? typed)
    {
        if (typed is null || typed.Length > 60) return null;
        var match = Pattern.Match(CleanUp(typed));
        return match.Success ? Compose(match) : null;
    }

    public bool IsDoubtful(string canonical) => Doubtful?.IsMatch(canonical) == true;

    private static string CleanUp(string typed)
    {
        var kept = new StringBuilder(typed.Length);
        foreach (var letter in typed.ToUpperInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter)) kept.Append(letter);
            else if (kept.Length > 0 && kept[^1] != '-') kept.Append('-');
        }
        return kept.ToString().TrimEnd('-');
    }

    private string Compose(Match match)
    {
        var kept = new StringBuilder();
        foreach (var (separator, part) in Parts())
        {
            if (!match.Groups[part].Success) continue;
            if (kept.Length > 0) kept.Append(separator);
            kept.Append(match.Groups[part].Value);
        }
        return kept.ToString();
    }

    private IEnumerable<(string Separator, string Part)> Parts()
    {
        for (var at = 0; Canonical.IndexOf('{', at) is >= 0 and var open;)
        {
            var close = Canonical.IndexOf('}', open);
            yield return (Canonical[at..open], Canonical[(open + 1)..close]);
            at = close + 1;
        }
    }
}
