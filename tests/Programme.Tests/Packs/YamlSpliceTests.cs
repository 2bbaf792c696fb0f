using CoopAssistant.Programme.Packs.Yaml;
using YamlDotNet.RepresentationModel;

namespace CoopAssistant.Programme.Tests.Packs;

public sealed class YamlSpliceTests
{
    private const string File = """
        # Kept.
        menu:
          title: ¿Qué quiere? # beside it
          "no": "No"
          long: |-
            Hola.

            Adiós.
          ways:
            - Una.
            - Otra.
          covers: [PA-1, PA-2]

        # Kept too.
        offices:
          - code: a
            name: Uno

          - code: b
            name: Dos # kept
            note: Algo
        """;

    [Theory]
    [InlineData("menu.title", "  title: Otra cosa # beside it\n")]
    [InlineData("menu.no", "  \"no\": Otra cosa\n")]
    [InlineData("menu.long", "  long: Otra cosa\n  ways:\n")]
    [InlineData("menu.ways", "  ways: Otra cosa\n  covers: [PA-1, PA-2]\n")]
    [InlineData("menu.covers", "  covers: Otra cosa\n\n# Kept too.\n")]
    [InlineData("offices.code=b.name", "    name: Otra cosa # kept\n")]
    public void A_value_is_changed_and_nothing_around_it(string path, string expected)
    {
        var splice = new YamlSplice(File);

        splice.Set(new YamlTree.Text("Otra cosa"), path.Split('.'));

        var changed = splice.ToString();
        Assert.Contains(expected, changed);
        Assert.StartsWith("# Kept.\n", changed);
        Assert.Contains("# Kept too.\n", changed);
        Assert.EndsWith("note: Algo", changed);
    }

    [Fact]
    public void Several_lines_a_list_and_what_was_not_there_are_written_as_the_files_write_them()
    {
        var splice = new YamlSplice(File);

        splice.Set(new YamlTree.Text("Uno: dos\n\nTres"), "menu", "title");
        splice.Set(new YamlTree.Text("Uno\n\nDos"), "menu", "long");
        splice.Set(YamlTree.Texts(["a b", "12"]), "menu", "covers");
        splice.Set(new YamlTree.Text("507 000-0000"), "offices", "code=a", "phone");
        splice.Set(new YamlTree.Map([("code", new YamlTree.Text("c")), ("name", new YamlTree.Text("Tres"))]), "offices", "code=c");
        splice.Set(new YamlTree.Text("Nuevo"), "other", "key");

        var changed = splice.ToString();
        Assert.Contains("  title: \"Uno: dos\\n\\nTres\" # beside it\n", changed);
        Assert.Contains("  long: |-\n    Uno\n\n    Dos\n  ways:", changed);
        Assert.Contains("  covers:\n    - a b\n    - \"12\"\n", changed);
        Assert.Contains("    name: Uno\n    phone: \"507 000-0000\"\n\n  - code: b\n", changed);
        Assert.Contains("    note: Algo\n\n  - code: c\n    name: Tres\n\nother:\n  key: Nuevo\n", changed);
    }

    [Fact]
    public void What_is_taken_away_leaves_no_empty_mapping_behind()
    {
        var splice = new YamlSplice("a:\n  b:\n    c: 1\nd:\n  - code: x\n    n: 1\n\n  - code: y\n    n: 2\n");

        splice.Set(null, "a", "b", "c");
        splice.Set(null, "d", "code=y");
        splice.Set(null, "d", "code=z");

        Assert.Equal("d:\n  - code: x\n    n: 1\n", splice.ToString());
    }

    [Fact]
    public void A_file_is_begun_where_there_is_none()
    {
        var splice = new YamlSplice("");

        splice.Set(new YamlTree.Text("Hola"), "menu", "title");
        splice.Set(new YamlTree.Text("No"), "menu", "no");

        Assert.Equal("menu:\n  title: Hola\n  \"no\": \"No\"\n", splice.ToString());
    }

    /// <summary>The marks of the parser lie where this says they lie.</summary>
    [Theory]
    [InlineData("wording/es.yaml")]
    [InlineData("answers/es.yaml")]
    [InlineData("programmes/panama/offices.yaml")]
    [InlineData("programmes/bolivia/emergency.yaml")]
    public void Values_of_the_shipped_files_are_changed_alone(string file)
    {
        const string Other = "«ZZZ»: 🙂 \"así\"";
        var source = System.IO.File.ReadAllText(Path.Combine(ContentFolder.Shipped, file));
        var values = Values(source);
        var every = Math.Max(1, values.Count / 25);

        foreach (var (path, _) in values.Where((_, at) => at % every == 0))
        {
            var splice = new YamlSplice(source);
            splice.Set(new YamlTree.Text(Other), path.Split('|'));
            var changed = splice.ToString();

            Assert.Equal(values.ToDictionary(value => value.Key, value => value.Key == path ? Other : value.Value, StringComparer.Ordinal), Values(changed));
            Assert.Equal(Comments(source), Comments(changed));
        }
    }

    [Fact]
    public void An_entry_on_one_line_is_written_over_several_before_it_takes_more()
    {
        var file = new YamlSplice("offices:\n  - { code: la-paz, name: \"la: oficina\", unconfirmed: true, covers: [BO-L] } # the capital\n  - { code: oruro, covers: [BO-O] }\n");

        file.Set(new YamlTree.Text("otra"), "offices", "code=oruro", "code");
        file.Set(new YamlTree.Text("2-240"), "offices", "code=la-paz", "phone");
        file.Set(YamlTree.Texts(["BO-L", "BO-O"]), "offices", "code=la-paz", "covers");

        Assert.Equal("""
            offices:
              - code: la-paz
                name: "la: oficina"
                unconfirmed: true
                covers:
                  - BO-L
                  - BO-O # the capital
                phone: "2-240"
              - { code: otra, covers: [BO-O] }

            """, file.ToString());
    }

    /// <summary>Every text that stands under a key, by its path.</summary>
    private static Dictionary<string, string?> Values(string source)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(source));
        var found = new Dictionary<string, string?>(StringComparer.Ordinal);
        Walk(stream.Documents[0].RootNode, []);
        return found;

        void Walk(YamlNode node, string[] path)
        {
            if (node is YamlScalarNode scalar) found[string.Join('|', path)] = scalar.Value;
            if (node is YamlMappingNode map)
                foreach (var (key, value) in map.Children) Walk(value, [.. path, $"{key}"]);
            if (node is not YamlSequenceNode list) return;
            foreach (var entry in list.Children.OfType<YamlMappingNode>())
            {
                var id = entry.Children.First(pair => $"{pair.Key}" is "code" or "topic");
                foreach (var (key, value) in entry.Children.Where(pair => !ReferenceEquals(pair.Key, id.Key))) Walk(value, [.. path, $"{id.Key}={id.Value}", $"{key}"]);
            }
        }
    }

    private static string[] Comments(string source) => [.. source.Split('\n').Where(line => line.TrimStart().StartsWith('#'))];
}
