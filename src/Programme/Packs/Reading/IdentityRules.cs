using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Packs.Reading;

/// <summary>Reads how phones and documents look, and tries the samples that stand beside the patterns.</summary>
internal static class IdentityRules
{
    public static PhoneRules Phone(YamlMap map)
    {
        var code = map.Text("countryCode", 4);
        if (code.Length > 0 && !code.All(char.IsAsciiDigit)) map.Problem("countryCode", $"\"{code}\" is no country code: digits only, like 507.");
        var rules = new PhoneRules(code, Checks.Pattern(map, "mobile", required: true)!, Checks.Pattern(map, "fixed", required: false), map.Text("example", 20));
        if (rules.Example.Length > 0 && rules.Read(rules.Example) is null) map.Problem("example", $"The rules refuse their own example \"{rules.Example}\".");
        Try(map, rules.Read);
        map.Done();
        return rules;
    }

    public static DocumentRules Document(YamlMap map)
    {
        var rules = new DocumentRules(
            Checks.Code(map, "kind", Shapes.Word(), Shapes.WordInWords), map.Text("name", 40), Checks.Pattern(map, "pattern", required: true)!,
            map.Text("canonical", 100), Checks.Pattern(map, "doubtful", required: false), map.Text("example", 40))
        { Aliases = map.Words("aliases", 40) };
        foreach (var part in Placeholders.In(rules.Canonical))
            if (!rules.Pattern.GetGroupNames().Contains(part, StringComparer.Ordinal))
                map.Problem("canonical", $"The pattern has no group named {part}.{Nearest.Hint(part, rules.Pattern.GetGroupNames())}");
        if (rules.Example.Length > 0 && rules.Read(rules.Example) is null) map.Problem("example", $"The pattern refuses its own example \"{rules.Example}\".");
        Try(map, rules.Read);
        map.Done();
        return rules;
    }

    private static void Try(YamlMap map, Func<string, string?> read)
    {
        if (map.OptionalMap("accepts") is { } accepts)
        {
            foreach (var (typed, kept) in accepts.Pairs(60))
                if (read(typed) is var result && result != kept.Value)
                    accepts.Problem(typed, $"\"{typed}\" should be kept as \"{kept}\" but is {(result is null ? "refused" : $"kept as \"{result}\"")}. Correct the pattern or the sample.");
            accepts.Done();
        }
        foreach (var typed in map.Texts("rejects", 60))
            if (read(typed.Value) is { } result)
                map.AddProblem(typed.Line, $"\"{typed}\" should be refused but is kept as \"{result}\". Correct the pattern or the sample.");
    }
}
