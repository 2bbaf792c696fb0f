using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Tests.Packs;

/// <summary>The writers' guide names what the reader knows.</summary>
public sealed class ContentGuideTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(ContentFolder.Shipped, "..", "docs", "content-programmes.md"));

    [Fact]
    public void The_guide_lists_every_kind_of_question()
    {
        var kinds = typeof(QuestionKind).GetNestedTypes().Select(type => char.ToLowerInvariant(type.Name[0]) + type.Name[1..]).ToList();

        Assert.Equal(12, kinds.Count);
        Assert.All(kinds, kind => Assert.Contains($"| `{kind}` |", Guide, StringComparison.Ordinal));
    }

    [Fact]
    public void The_guide_lists_every_refusal()
    {
        foreach (var refusal in Enum.GetNames<FormRefusal>())
            Assert.Contains($"`{char.ToLowerInvariant(refusal[0])}{refusal[1..]}`", Guide, StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_lists_every_file_of_a_programme()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(ContentFolder.Shipped, "programmes", "panama")).Select(path => Path.GetFileName(path)))
            Assert.Contains($"| `{file}` |", Guide, StringComparison.Ordinal);
    }

    [Fact]
    public void The_guide_names_every_word_in_braces_the_status_texts_use()
    {
        foreach (var country in new[] { "panama", "bolivia" })
            foreach (var name in Placeholders.In(File.ReadAllText(Path.Combine(ContentFolder.Shipped, "programmes", country, "phases.yaml"))))
                Assert.Contains($"`{{{name}}}`", Guide, StringComparison.Ordinal);
    }
}
