using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Programme.Tests.Packs;

public sealed class YamlMapTests
{
    private readonly PackProblems _problems = new();

    private YamlMap Parse(string text) => YamlMap.Parse(text, "some/file.yaml", _problems);

    private string Only() => Assert.Single(_problems.InOrder()).ToString();

    [Fact]
    public void Texts_flags_numbers_and_days_are_read()
    {
        var map = Parse("title: Hola\nshort: true\nsteps: 3\nreview: 2027-02-28\nwords: [uno, dos]\n");

        Assert.Equal("Hola", map.Text("title"));
        Assert.True(map.Flag("short"));
        Assert.Equal(3, map.Number("steps", 1, 5));
        Assert.Equal(new DateOnly(2027, 2, 28), map.OptionalDate("review"));
        Assert.Equal(["uno", "dos"], map.Words("words"));
        map.Done();
        Assert.False(_problems.Any);
    }

    [Fact]
    public void A_key_nobody_asked_for_is_named_with_its_line_and_the_likely_one()
    {
        var map = Parse("title: Hola\nlenguage: es\n");

        map.Text("title");
        map.OptionalText("language");
        map.Done();

        Assert.Equal("some/file.yaml:2: Unknown key \"lenguage\". Did you mean \"language\"? Known here: language, title.", Only());
    }

    [Fact]
    public void A_missing_text_is_named_once()
    {
        var map = Parse("other: x\n");

        Assert.Equal("", map.Text("title"));

        Assert.Equal("some/file.yaml:1: \"title\" is missing. Write its text.", Only());
    }

    [Theory]
    [InlineData("title: [a, b]", "must be a text")]
    [InlineData("title: \"\"", "\"title\" is empty")]
    [InlineData("title: \"a\\tb\"", "control character")]
    [InlineData("title: una explicación larguísima", "has 26 characters; at most 20")]
    public void A_text_of_the_wrong_kind_is_refused(string yaml, string says)
    {
        Parse(yaml).OptionalText("title", 20);

        Assert.Contains(says, Only(), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_lines_keep_their_breaks_and_lose_the_margins()
    {
        Assert.Equal("uno\n\ndos", Parse("text: |\n  uno\n\n  dos\n\n").Text("text"));
    }

    [Fact]
    public void An_entry_of_the_wrong_kind_is_named_with_its_own_line()
    {
        var map = Parse("items:\n  - name: a\n  - b\n");

        Assert.Single(map.Maps("items"));

        Assert.Equal("some/file.yaml:3: An entry of \"items\" must be a mapping.", Only());
    }

    [Theory]
    [InlineData("- a\n- b\n", "some/file.yaml:1: The file must hold one YAML mapping")]
    [InlineData("", "some/file.yaml:1: The file must hold one YAML mapping")]
    [InlineData("a: b\n c: d\n", "some/file.yaml:2: This is not valid YAML")]
    [InlineData("a: 1\nb: 2\na: 3\n", "some/file.yaml:3: This is not valid YAML")]
    public void What_is_no_mapping_is_one_problem_and_reads_as_nothing(string yaml, string says)
    {
        var map = Parse(yaml);

        Assert.Equal("", map.Text("title"));
        Assert.Empty(map.Maps("items"));
        map.Done();

        Assert.StartsWith(says, Only(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_one_problem()
    {
        var map = YamlMap.Open(Path.GetTempPath(), "no/such.yaml", _problems);

        Assert.Equal("", map.Text("title"));

        Assert.StartsWith("no/such.yaml: The file is missing.", Only(), StringComparison.Ordinal);
    }
}
