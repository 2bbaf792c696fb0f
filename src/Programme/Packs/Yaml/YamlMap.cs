using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CoopAssistant.Programme.Packs.Yaml;

/// <summary>
/// A mapping of a YAML file, read strictly. Each key is asked for once, by the kind of value it must have; what is
/// wrong goes to the problems with file and line, and a harmless value comes back so that reading goes on.
/// <see cref="Done"/> at the end names the keys nobody asked for.
/// </summary>
/// <example><code>
/// var map = YamlMap.Open(root, "panama/offices.yaml", problems);
/// var name = map.Text("name"); var phone = map.OptionalText("phone"); map.Done();
/// </code></example>
public sealed class YamlMap
{
    /// <summary>What a small screen shows without scrolling; the usual limit of a text she reads.</summary>
    public const int ComfortableLength = 600;

    /// <summary>What WhatsApp takes in one message.</summary>
    public const int ChannelLength = 1600;

    private readonly YamlMappingNode _node;
    private readonly PackProblems _problems;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal YamlMap(YamlMappingNode node, string file, PackProblems problems)
        => (_node, File, _problems) = (node, file, problems);

    public string File { get; }
    public int Line => (int)_node.Start.Line;

    /// <summary>Reads a file below <paramref name="root"/>. A missing, broken or empty file is a problem and reads as an empty mapping.</summary>
    /// <param name="file">Path below <paramref name="root"/>, with forward slashes; problems name it so.</param>
    public static YamlMap Open(string root, string file, PackProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        var path = Path.Combine(root, file);
        if (System.IO.File.Exists(path)) return Parse(System.IO.File.ReadAllText(path), file, problems);
        problems.Add(file, 0, "The file is missing. Add it, or take it from another country's folder and adapt it.");
        return Nothing(file);
    }

    /// <summary>Reads YAML text; <paramref name="file"/> is only for the problems.</summary>
    public static YamlMap Parse(string text, string file, PackProblems problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return new YamlMap(root, file, problems);
            problems.Add(file, 1, "The file must hold one YAML mapping (lines of \"key: value\").");
        }
        catch (YamlException broken)
        {
            problems.Add(file, (int)broken.Start.Line, $"This is not valid YAML: {OneLine(broken)} Check indentation, quotes and that no key comes twice.");
        }
        return Nothing(file);
    }

    public bool Has(string key) => Child(key) is not null;

    /// <summary>Line of a key's value; of the mapping where the key is absent.</summary>
    public int LineOf(string key) => Child(key) is { } child ? (int)child.Start.Line : Line;

    public void Problem(string message) => _problems.Add(File, Line, message);

    public void Problem(string key, string message) => _problems.Add(File, LineOf(key), message);

    /// <summary>A text that must be there. Blank counts as missing.</summary>
    public string Text(string key, int max = ComfortableLength)
    {
        var text = OptionalText(key, max);
        if (text is null && (Child(key) is null or YamlScalarNode)) Problem(key, $"\"{key}\" is missing. Write its text.");
        return text ?? "";
    }

    public YamlText Placed(string key, int max = ComfortableLength) => new(Text(key, max), File, LineOf(key));

    /// <summary>A text that may be absent; then null.</summary>
    public string? OptionalText(string key, int max = ComfortableLength)
    {
        switch (Ask(key))
        {
            case null: return null;
            case YamlScalarNode scalar: return Checked(scalar, key, max);
            default: Problem(key, $"\"{key}\" must be a text, not a list or a mapping."); return null;
        }
    }

    /// <summary><c>true</c> or <c>false</c>; absent is <paramref name="otherwise"/>.</summary>
    public bool Flag(string key, bool otherwise = false)
    {
        var text = OptionalText(key);
        if (text is null) return otherwise;
        if (text is "true" or "false") return text == "true";
        Problem(key, $"\"{key}\" must be true or false, not \"{text}\".");
        return otherwise;
    }

    /// <summary>A whole number that must be there, both ends included.</summary>
    public int Number(string key, int min, int max)
    {
        var number = OptionalNumber(key, min, max);
        if (number is null && !Has(key)) Problem($"\"{key}\" is missing. Give a whole number from {min} to {max}.");
        return number ?? min;
    }

    public int? OptionalNumber(string key, int min, int max)
    {
        var text = OptionalText(key);
        if (text is null) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max) return number;
        Problem(key, $"\"{key}\" must be a whole number from {min} to {max}, not \"{text}\".");
        return null;
    }

    /// <summary>A day written 2027-02-28.</summary>
    public DateOnly? OptionalDate(string key)
    {
        var text = OptionalText(key);
        if (text is null) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Problem(key, $"\"{key}\" must be a day like 2027-02-28, not \"{text}\".");
        return null;
    }

    /// <summary>One of the names of an enum, written in camelCase.</summary>
    public T? OptionalOneOf<T>(string key) where T : struct, Enum
    {
        var text = OptionalText(key);
        if (text is null) return null;
        var value = EnumNames.Find<T>(text);
        if (value is null) Problem(key, $"\"{text}\" is not known for \"{key}\"; write one of {EnumNames.All<T>()}.{Nearest.Hint(text, EnumNames.Of<T>())}");
        return value;
    }

    public T? OneOf<T>(string key) where T : struct, Enum
    {
        var value = OptionalOneOf<T>(key);
        if (value is null && !Has(key)) Problem($"\"{key}\" is missing. Write one of {EnumNames.All<T>()}.");
        return value;
    }

    /// <summary>A mapping that must be there.</summary>
    public YamlMap Map(string key)
    {
        var map = OptionalMap(key);
        if (map is null && !Has(key)) Problem($"\"{key}\" is missing. Write it as a mapping with its own keys.");
        return map ?? new YamlMap([], File, new PackProblems());
    }

    public YamlMap? OptionalMap(string key)
    {
        switch (Ask(key))
        {
            case null: return null;
            case YamlMappingNode map: return new YamlMap(map, File, _problems);
            default: Problem(key, $"\"{key}\" must be a mapping with its own keys."); return null;
        }
    }

    /// <summary>One mapping or a list of them; absent is empty.</summary>
    public IReadOnlyList<YamlMap> MapOrMaps(string key) => Child(key) is YamlMappingNode ? [Map(key)] : OptionalMaps(key);

    /// <summary>A list of mappings that must hold at least one.</summary>
    public IReadOnlyList<YamlMap> Maps(string key)
    {
        var maps = OptionalMaps(key);
        if (maps.Count == 0 && Child(key) is null or YamlSequenceNode { Children.Count: 0 }) Problem(key, $"\"{key}\" is missing or empty. Write a list with at least one entry.");
        return maps;
    }

    public IReadOnlyList<YamlMap> OptionalMaps(string key) => [.. Entries(key).OfType<YamlMappingNode>(key, this, "a mapping").Select(map => new YamlMap(map, File, _problems))];

    /// <summary>A list of texts; absent is empty. Blank entries are problems.</summary>
    public IReadOnlyList<YamlText> Texts(string key, int max = ComfortableLength) =>
        [.. Entries(key).OfType<YamlScalarNode>(key, this, "a text").Select(s => (Node: s, Value: Checked(s, key, max))).Where(e => e.Value is not null)
            .Select(e => new YamlText(e.Value!, File, (int)e.Node.Start.Line))];

    /// <summary>The same without places.</summary>
    public IReadOnlyList<string> Words(string key, int max = ComfortableLength) => [.. Texts(key, max).Select(t => t.Value)];

    /// <summary>Every key with its text, for mappings whose keys are data (a glossary). Counts as asking for all of them.</summary>
    public IReadOnlyList<(string Key, YamlText Text)> Pairs(int max = ComfortableLength)
    {
        var pairs = new List<(string, YamlText)>();
        foreach (var key in Keys())
            if (OptionalText(key, max) is { } text)
                pairs.Add((key, new YamlText(text, File, LineOf(key))));
        return pairs;
    }

    /// <summary>The keys as they are written, in order.</summary>
    public IReadOnlyList<string> Keys() => [.. _node.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "")];

    /// <summary>Says which keys are unknown. Call it once everything was asked for.</summary>
    public void Done()
    {
        foreach (var (key, _) in _node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (_asked.Contains(name)) continue;
            _problems.Add(File, (int)key.Start.Line, $"Unknown key \"{name}\".{Nearest.Hint(name, _asked.Where(k => Child(k) is null))} Known here: {string.Join(", ", _asked.Order(StringComparer.Ordinal))}.");
        }
    }

    public void AddProblem(int line, string message) => _problems.Add(File, line, message);

    private string? Checked(YamlScalarNode scalar, string key, int max)
    {
        var text = scalar.Value?.Trim() ?? "";
        if (text.Length == 0 || (text is "~" or "null" && scalar.Style == ScalarStyle.Plain))
        {
            _problems.Add(File, (int)scalar.Start.Line, $"\"{key}\" is empty. Write its text or take the line out.");
            return null;
        }
        if (text.Length > max)
            _problems.Add(File, (int)scalar.Start.Line, $"\"{key}\" has {text.Length} characters; at most {max} {Reason(max)}. Shorten it or split it.");
        if (text.Any(letter => char.IsControl(letter) && letter != '\n'))
            _problems.Add(File, (int)scalar.Start.Line, $"\"{key}\" holds a control character. Type the text again.");
        return text;
    }

    private static string Reason(int max) => max switch
    {
        ComfortableLength => "fit a small screen",
        ChannelLength => "fit one WhatsApp message",
        _ => "are allowed here",
    };

    private IEnumerable<YamlNode> Entries(string key)
    {
        switch (Ask(key))
        {
            case null: return [];
            case YamlSequenceNode list: return list.Children;
            default: Problem(key, $"\"{key}\" must be a list (one entry a line, each beginning with \"-\")."); return [];
        }
    }

    private YamlNode? Ask(string key)
    {
        _asked.Add(key);
        return Child(key);
    }

    private YamlNode? Child(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private static YamlMap Nothing(string file) => new([], file, new PackProblems());

    private static string OneLine(YamlException broken) => (broken.InnerException?.Message ?? broken.Message).ReplaceLineEndings(" ");
}

file static class YamlEntries
{
    public static IEnumerable<T> OfType<T>(this IEnumerable<YamlNode> entries, string key, YamlMap map, string kind) where T : YamlNode
    {
        foreach (var entry in entries)
        {
            if (entry is T right) yield return right;
            else map.AddProblem((int)entry.Start.Line, $"An entry of \"{key}\" must be {kind}.");
        }
    }
}
