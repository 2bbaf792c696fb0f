using System.Text;
using System.Text.RegularExpressions;

namespace CoopAssistant.Programme.Packs;

/// <summary>Names in braces that content leaves open: <c>Su folio es {folio}.</c></summary>
public static partial class Placeholders
{
    public const string Office = "oficina";
    public const string Programme = "programa";
    public const string Ministry = "ministerio";
    public const string Authority = "autoridad";
    public const string CountryName = "pais";

    /// <summary>The advice to confirm with the office; every text of an unconfirmed fact has it.</summary>
    public const string Confirm = "confirme";

    /// <summary>What every country's texts may use besides its glossary.</summary>
    public static IReadOnlyList<string> Common { get; } = [Office, Programme, Ministry, Authority, CountryName, Confirm];

    /// <summary>The names in a text, in order, each as often as it comes.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Brace().Matches(text).Select(match => match.Groups["name"].Value)];

    /// <summary>Fills what is known; a name without a value stays as written.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains('{', StringComparison.Ordinal)) return text;
        var filled = new StringBuilder(text.Length + 32);
        var at = 0;
        foreach (Match match in Brace().Matches(text))
        {
            filled.Append(text, at, match.Index - at);
            filled.Append(values.TryGetValue(match.Groups["name"].Value, out var value) ? value : match.Value);
            at = match.Index + match.Length;
        }
        return filled.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>True where every name has a value that is not blank.</summary>
    public static bool CanFill(string text, IReadOnlyDictionary<string, string> values) =>
        In(text).All(name => values.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value));

    [GeneratedRegex(@"\{(?<name>[a-z_]+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Brace();
}
