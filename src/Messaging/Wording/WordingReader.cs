using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Messaging.Wording;

/// <summary>
/// Reads <c>wording/es.yaml</c> and each country's own texts beside it, strictly: what the code says must be there, what
/// is there must be said, and a text may only name values it is given.
/// </summary>
public sealed class WordingReader(ContentFiles files, PackProblems problems)
{
    public WordingReader(string contentRoot, PackProblems problems) : this(new ContentFiles(contentRoot), problems) { }

    public const string NeutralSection = "neutral";

    /// <summary>Where a word of a text has no value: under "neutral", in a country.</summary>
    private readonly Dictionary<(string File, int Line, string Name), List<string>> _withoutValue = [];

    /// <param name="language">File that must be complete: es.</param>
    /// <param name="said">Every text the code says.</param>
    public SpokenWords Read(string language, IReadOnlyCollection<TextKey> said, IReadOnlyList<CountryWords> countries)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(countries);
        var file = files.Open(FileOf(language), problems);
        var neutral = file.Map(NeutralSection).Pairs().ToDictionary(pair => pair.Key, pair => pair.Text.Value, StringComparer.Ordinal);
        var known = neutral.Keys.Concat(countries.SelectMany(country => country.Words.Keys)).ToHashSet(StringComparer.Ordinal);
        var texts = ReadTexts(file, said, known, mustBeComplete: true);

        var speech = SpeechOf(texts, neutral, $"under \"{NeutralSection}\"", known);
        var spoken = new SpokenWords(speech, countries.Select(country => KeyValuePair.Create(country.Code, SpeechOf(WithOwn(texts, country, said, known), country.Words, $"in {country.Code}", known))));
        foreach (var ((path, line, name), where) in _withoutValue)
            problems.Add(path, line, $"{{{name}}} has no value {string.Join(" and ", where.Distinct(StringComparer.Ordinal))}. Give it one there, or use another word.");
        return spoken;
    }

    private Dictionary<string, Placed[]> WithOwn(Dictionary<string, Placed[]> texts, CountryWords country, IReadOnlyCollection<TextKey> said, HashSet<string> known)
    {
        if (!files.Has(FileOf(country.Language))) return texts;
        var own = ReadTexts(files.Open(FileOf(country.Language), problems), said, known, mustBeComplete: false);
        return texts.Concat(own).GroupBy(text => text.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Last().Value, StringComparer.Ordinal);
    }

    private Dictionary<string, Placed[]> ReadTexts(YamlMap file, IReadOnlyCollection<TextKey> said, HashSet<string> known, bool mustBeComplete)
    {
        var texts = new Dictionary<string, Placed[]>(StringComparer.Ordinal);
        foreach (var section in said.GroupBy(key => key.Name.Split('.')[0], StringComparer.Ordinal))
        {
            if (!mustBeComplete && !file.Has(section.Key)) continue;
            var map = file.Map(section.Key);
            foreach (var key in section)
            {
                var name = key.Name[(section.Key.Length + 1)..];
                if (!mustBeComplete && !map.Has(name)) continue;
                texts[key.Name] = [.. Written(map, name, key).Select(text => Checked(text, key, known))];
            }
            map.Done();
        }
        file.Done();
        return texts;
    }

    private static IReadOnlyList<YamlText> Written(YamlMap map, string name, TextKey key)
    {
        if (!key.IsVaried) return [map.Placed(name, key.MostCharacters)];
        var ways = map.Texts(name, key.MostCharacters);
        if (ways.Count == 0) map.Problem($"\"{name}\" is missing. Write a list with at least one way to say it.");
        return ways.Count == 0 ? [new YamlText("", map.File, map.Line)] : ways;
    }

    private Placed Checked(YamlText text, TextKey key, HashSet<string> known)
    {
        try
        {
            var template = Template.Parse(text.Value);
            foreach (var name in template.Placeholders.Distinct(StringComparer.Ordinal).Where(name => !known.Contains(name) && !key.Placeholders.Contains(name, StringComparer.Ordinal)))
                problems.Add(text.File, text.Line, $"{{{name}}} is not known in \"{key.Name}\".{Nearest.Hint(name, key.Placeholders.Concat(known))} Known: {Named(key.Placeholders.Concat(known.Order(StringComparer.Ordinal)))}.");
            return new Placed(template, text, key);
        }
        catch (FormatException broken)
        {
            problems.Add(text.File, text.Line, $"{broken.Message} Write {{name}} around a value's name.");
            return new Placed(Template.Parse(""), text, key);
        }
    }

    private Speech SpeechOf(Dictionary<string, Placed[]> texts, IReadOnlyDictionary<string, string> words, string where, HashSet<string> known) =>
        new(texts.Select(text => KeyValuePair.Create(text.Key, text.Value.Select(placed => Filled(placed, words, where, known)).ToArray())));

    /// <summary>Notes what has a value elsewhere only. What has one nowhere was named when the text was read.</summary>
    private Template Filled(Placed placed, IReadOnlyDictionary<string, string> words, string where, HashSet<string> known)
    {
        var filled = placed.Template.With(words);
        foreach (var name in filled.Placeholders.Where(name => known.Contains(name) && !placed.Key.Placeholders.Contains(name, StringComparer.Ordinal)))
        {
            var at = (placed.Text.File, placed.Text.Line, name);
            if (!_withoutValue.TryAdd(at, [where])) _withoutValue[at].Add(where);
        }
        return filled;
    }

    private static string Named(IEnumerable<string> names) => string.Join(", ", names.Distinct(StringComparer.Ordinal).Select(name => $"{{{name}}}"));

    public static string FileOf(string language) => $"wording/{language}.yaml";

    private sealed record Placed(Template Template, YamlText Text, TextKey Key);
}
