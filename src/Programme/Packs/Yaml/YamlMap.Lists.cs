using YamlDotNet.RepresentationModel;

namespace CoopAssistant.Programme.Packs.Yaml;

public sealed partial class YamlMap
{
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
        [.. Entries(key).OfType<YamlScalarNode>(key, this, "a text").Select(s => Checked(s, key, max) is { } text ? new YamlText(text, File, (int)s.Start.Line) : null).OfType<YamlText>()];

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

    private IEnumerable<YamlNode> Entries(string key)
    {
        switch (Ask(key))
        {
            case null: return [];
            case YamlSequenceNode list: return list.Children;
            default: Problem(key, $"\"{key}\" must be a list (one entry a line, each beginning with \"-\")."); return [];
        }
    }
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
