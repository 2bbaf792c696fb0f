using System.Text;

namespace CoopAssistant.Programme.Packs.Yaml;

/// <summary>A value as it is to be written into a YAML file: the same value gives the same bytes.</summary>
public abstract record YamlTree
{
    private YamlTree() { }

    /// <summary>Something a person reads; several lines become a block.</summary>
    public sealed record Text(string Value) : YamlTree;

    /// <summary>true, or a day: stands as it is.</summary>
    public sealed record Plain(string Value) : YamlTree;

    public sealed record List(IReadOnlyList<YamlTree> Entries) : YamlTree;

    public sealed record Map(IReadOnlyList<(string Key, YamlTree Value)> Pairs) : YamlTree;

    public static YamlTree Texts(IEnumerable<string> texts) => new List([.. texts.Select(text => new Text(text))]);

    /// <summary>What follows the colon of a key.</summary>
    /// <param name="column">Where the key begins, from 0.</param>
    internal string After(int column) => this switch
    {
        List { Entries.Count: 0 } => " []",
        List list => string.Concat(list.Entries.Select(entry => $"\n{Blanks(column + 2)}- {entry.Within(column + 4)}")),
        Map map => string.Concat(map.Pairs.Select(pair => $"\n{Blanks(column + 2)}{YamlScalar.Of(pair.Key)}:{pair.Value.After(column + 2)}")),
        _ => " " + Within(column + 2),
    };

    /// <summary>The value from this column on; its further lines begin there too.</summary>
    internal string Within(int column) => this switch
    {
        Text text when text.Value.Contains('\n', StringComparison.Ordinal) => Block(text.Value, column),
        Text text => YamlScalar.Of(text.Value),
        Plain plain => plain.Value,
        Map map => string.Join('\n' + Blanks(column), map.Pairs.Select(pair => $"{YamlScalar.Of(pair.Key)}:{pair.Value.After(column)}")),
        _ => After(column),
    };

    private static string Block(string text, int column)
    {
        var block = new StringBuilder("|-");
        foreach (var line in text.Split('\n')) block.Append('\n').Append(line.Length == 0 ? "" : Blanks(column) + line);
        return block.ToString();
    }

    private static string Blanks(int count) => new(' ', count);
}
