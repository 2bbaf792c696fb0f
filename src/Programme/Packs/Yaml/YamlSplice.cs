using YamlDotNet.RepresentationModel;

namespace CoopAssistant.Programme.Packs.Yaml;

/// <summary>
/// Changes single values of a YAML file and leaves every other byte of it: comments, order and the way values are written. A path names
/// keys from the outside in; <c>topic=costo</c> in it picks the entry of a list.
/// </summary>
/// <example><code>
/// var file = new YamlSplice(text);
/// file.Set(new YamlTree.Text("¿Qué necesita?"), "menu", "title");
/// file.Set(null, "offices", "code=cocle", "phone");
/// </code></example>
public sealed class YamlSplice(string source)
{
    private readonly List<(int From, int To, string With)> _replaced = [];
    private string _source = source;
    private YamlMappingNode? _root;
    private bool _isRead;

    public bool Has(params IReadOnlyList<string> path) => Find(path) is not null;

    /// <param name="value">Null takes the value away, and what is empty without it.</param>
    public void Set(YamlTree? value, params IReadOnlyList<string> path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (above, name) = (path.Take(path.Count - 1).ToArray(), path[^1]);
        if (value is not null) Unfold(above, name, value);
        if (value is null) Remove(above, name);
        else if (name.Contains('=', StringComparison.Ordinal)) AddEntry(above, value);
        else if (Pair(above, name) is { } pair) _replaced.Add((ValueStart(pair.Key), End(pair.Value), Beside(End(pair.Value), value, Column(pair.Key))));
        else AddPair(above, name, value);
    }

    public override string ToString()
    {
        Settle();
        return _source;
    }

    /// <summary>Where a comment stands beside the value, a block would swallow it: then several lines are written on one.</summary>
    private string Beside(int end, YamlTree value, int column) =>
        value is YamlTree.Text text && text.Value.Contains('\n', StringComparison.Ordinal) && LineEnd(end) > end ? " " + YamlScalar.Quoted(text.Value) : value.After(column);

    /// <summary>An entry on one line, <c>- { code: x, covers: [y] }</c>, takes neither a further key nor a value of several lines: it is written over several first.</summary>
    private void Unfold(string[] above, string name, YamlTree value)
    {
        if (above.Length == 0 || !above[^1].Contains('=', StringComparison.Ordinal) || Find(above) is not YamlMappingNode { Style: YamlDotNet.Core.Events.MappingStyle.Flow }) return;
        if (Pair(above, name) is not null && IsOneLine(value)) return;
        Settle();
        if (Find(above) is YamlMappingNode map) Change(Start(map), End(map), Tree(map).Within(Column(map)));
    }

    private static bool IsOneLine(YamlTree value) => value is YamlTree.Plain || (value is YamlTree.Text text && !text.Value.Contains('\n', StringComparison.Ordinal));

    private static YamlTree Tree(YamlNode node) => node switch
    {
        YamlMappingNode map => new YamlTree.Map([.. map.Children.Select(pair => (((YamlScalarNode)pair.Key).Value ?? "", Tree(pair.Value)))]),
        YamlSequenceNode list => new YamlTree.List([.. list.Children.Select(Tree)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } plain => new YamlTree.Plain(plain.Value ?? ""),
        _ => new YamlTree.Text(((YamlScalarNode)node).Value ?? ""),
    };

    private void AddPair(string[] above, string name, YamlTree value)
    {
        Settle();
        var line = $"{YamlScalar.Of(name)}:";
        if (above.Length == 0 && Root is null) Change(_source.Length, _source.Length, $"{line}{value.After(0)}\n");
        else if (above.Length == 0) Change(_source.TrimEnd('\n').Length, _source.Length, $"\n\n{line}{value.After(0)}\n");
        else if (Find(above) is not YamlMappingNode { Children.Count: > 0 } map) Set(new YamlTree.Map([(name, value)]), above);
        else
        {
            var column = Column(map.Children[0].Key);
            Insert(End(map), $"\n{new string(' ', column)}{line}{value.After(column)}");
        }
    }

    private void AddEntry(string[] above, YamlTree entry)
    {
        Settle();
        if (Find(above) is not YamlSequenceNode { Children: { Count: > 0 } entries } list) throw new ArgumentException($"There is no list to add to at {string.Join('/', above)}.", nameof(above));
        var column = Column(entries[0]);
        var isSpaced = entries.Count > 1 && _source[End(entries[0])..Start(entries[1])].Contains("\n\n", StringComparison.Ordinal);
        Insert(End(list), $"{(isSpaced ? "\n" : "")}\n{new string(' ', column - 2)}- {entry.Within(column)}");
    }

    private void Remove(string[] above, string name)
    {
        Settle();
        var place = Find([.. above, name]);
        if (place is null) return;
        var siblings = Find(above) switch { YamlMappingNode map => map.Children.Count, YamlSequenceNode list => list.Children.Count, _ => 0 };
        if (siblings == 1 && above.Length > 0)
        {
            Remove([.. above[..^1]], above[^1]);
            return;
        }
        var from = LineStart(Pair(above, name) is { } pair ? Start(pair.Key) : Start(place));
        var to = Math.Min(_source.Length, LineEnd(End(place)) + 1);
        if (from >= 2 && _source[(from - 2)..from] == "\n\n") from--;
        Change(from, to, "");
    }

    private YamlMappingNode? Root
    {
        get
        {
            if (_isRead) return _root;
            var stream = new YamlStream();
            stream.Load(new StringReader(_source));
            _root = stream.Documents is [{ RootNode: YamlMappingNode root }] ? root : null;
            _isRead = true;
            return _root;
        }
    }

    private YamlNode? Find(IReadOnlyList<string> path)
    {
        YamlNode? node = Root;
        foreach (var step in path)
            node = node switch
            {
                YamlMappingNode map => Child(map, step)?.Value,
                YamlSequenceNode list when step.Split('=', 2) is [var key, var value] => list.Children.OfType<YamlMappingNode>().FirstOrDefault(entry => (Child(entry, key)?.Value as YamlScalarNode)?.Value == value),
                _ => null,
            };
        return node;
    }

    private (YamlNode Key, YamlNode Value)? Pair(string[] above, string name) => Find(above) is YamlMappingNode map ? Child(map, name) : null;

    private static (YamlNode Key, YamlNode Value)? Child(YamlMappingNode map, string name)
    {
        foreach (var (key, value) in map.Children)
            if (key is YamlScalarNode scalar && scalar.Value == name)
                return (key, value);
        return null;
    }

    private int Column(YamlNode node) => Start(node) - LineStart(Start(node));

    private static int Start(YamlNode node) => (int)node.Start.Index;

    private int ValueStart(YamlNode key) => _source.IndexOf(':', (int)key.End.Index) + 1;

    /// <summary>Behind the last letter of a value. The marks of lists and mappings tell only where they begin.</summary>
    private int End(YamlNode node) => node switch
    {
        YamlMappingNode { Style: YamlDotNet.Core.Events.MappingStyle.Flow } map => _source.IndexOf('}', map.Children.Count == 0 ? Start(map) : map.Children.Max(pair => End(pair.Value))) + 1,
        YamlSequenceNode { Style: YamlDotNet.Core.Events.SequenceStyle.Flow } list => _source.IndexOf(']', list.Children.Count == 0 ? Start(list) : list.Children.Max(End)) + 1,
        YamlMappingNode map => map.Children.Max(pair => End(pair.Value)),
        YamlSequenceNode list => list.Children.Max(End),
        _ => Trimmed((int)node.End.Index),
    };

    private int Trimmed(int at)
    {
        while (at > 0 && char.IsWhiteSpace(_source[at - 1])) at--;
        return at;
    }

    private int LineStart(int at) => at == 0 ? 0 : _source.LastIndexOf('\n', at - 1) + 1;

    private int LineEnd(int at) => _source.IndexOf('\n', at) is >= 0 and var end ? end : _source.Length;

    /// <summary>On a line of its own below the one where something ends, so that a comment beside it stays.</summary>
    private void Insert(int end, string text) => Change(LineEnd(end), LineEnd(end), text);

    private void Change(int from, int to, string with)
    {
        _replaced.Add((from, to, with));
        Settle();
    }

    private void Settle()
    {
        if (_replaced.Count == 0) return;
        foreach (var (from, to, with) in _replaced.OrderByDescending(edit => edit.From)) _source = _source[..from] + with + _source[to..];
        _replaced.Clear();
        _isRead = false;
    }
}
