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
public sealed partial class YamlMap
{
    /// <summary>What a small screen shows without scrolling; the usual limit of a text she reads.</summary>
    public const int ComfortableLength = 600;

    /// <summary>What WhatsApp takes in one message.</summary>
    public const int ChannelLength = 1600;

    private readonly YamlMappingNode _node;
    private readonly PackProblems _problems;
    private readonly Dictionary<string, YamlNode> _children = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    internal YamlMap(YamlMappingNode node, string file, PackProblems problems)
    {
        (_node, File, _problems) = (node, file, problems);
        foreach (var (key, value) in node.Children)
            if (key is YamlScalarNode { Value: { } name })
                _children[name] = value;
    }

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

    private YamlNode? Ask(string key)
    {
        _asked.Add(key);
        return Child(key);
    }

    private YamlNode? Child(string key) => _children.GetValueOrDefault(key);

    private static YamlMap Nothing(string file) => new([], file, new PackProblems());

    private static string OneLine(YamlException broken) => (broken.InnerException?.Message ?? broken.Message).ReplaceLineEndings(" ");
}
