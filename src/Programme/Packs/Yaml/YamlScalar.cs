using System.Buffers;
using System.Globalization;
using System.Text;

namespace CoopAssistant.Programme.Packs.Yaml;

/// <summary>A text as YAML holds it on one line: plain where that is safe, else between double quotes.</summary>
public static class YamlScalar
{
    private static readonly SearchValues<char> Indicators = SearchValues.Create("-?:,[]{}#&*!|>'\"%@`");
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    public static string Of(string text) => IsPlain(text) ? text : Quoted(text);

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
            _ = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(letter) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
                _ => quoted.Append(letter),
            };
        return quoted.Append('"').ToString();
    }

    private static bool IsPlain(string text) =>
        text.Length > 0 && text.Trim().Length == text.Length
        && !Indicators.Contains(text[0]) && !Digits.Contains(text[0]) && text[0] is not ('.' or '+' or '=' or '~')
        && !text.Contains(": ", StringComparison.Ordinal) && !text.EndsWith(':') && !text.Contains(" #", StringComparison.Ordinal)
        && !text.Any(char.IsControl)
        && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off");
}
