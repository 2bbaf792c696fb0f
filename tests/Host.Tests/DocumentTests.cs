using System.Text.RegularExpressions;
using CoopAssistant.Host.Commands;

namespace CoopAssistant.Host.Tests;

/// <summary>What the documents promise is there: files they link to, commands they name.</summary>
public partial class DocumentTests
{
    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_file_a_document_links_to_exists(string document)
    {
        var file = Path.Combine(Repository.Root, document);

        var missing = Link().Matches(File.ReadAllText(file)).Select(link => link.Groups["to"].Value)
            .Where(to => !to.Contains("://", StringComparison.Ordinal) && !to.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(to => !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(to))));

        Assert.Empty(missing);
    }

    [Fact]
    public void The_README_names_every_command_and_no_other()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));
        var line = readme.Split('\n').Single(l => l.StartsWith("Command line: ", StringComparison.Ordinal));

        var named = Command().Matches(line).Select(command => command.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(CommandTable.Root().Subcommands.Select(command => command.Name).Order(StringComparer.Ordinal), named);
    }

    [GeneratedRegex(@"\]\((?<to>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`coop (?<name>[a-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
