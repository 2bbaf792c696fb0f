using CoopAssistant.Bot.WebChat.Pages;

namespace CoopAssistant.Bot.Tests.WebChat;

/// <summary>The words of the web chat are read strictly: whoever edits the file is told where, and all at once.</summary>
public sealed class SiteWordsTests : IDisposable
{
    private readonly string _content = Directory.CreateTempSubdirectory("coop-site-").FullName;

    public void Dispose() => Directory.Delete(_content, recursive: true);

    [Fact]
    public void What_is_missing_and_what_is_not_known_is_named_with_file_and_line()
    {
        Directory.CreateDirectory(Path.Combine(_content, "site"));
        var text = File.ReadAllText(Path.Combine(Repository.Content, "site", "es.yaml"));
        var line = text.Split('\n').ToList().FindIndex(l => l.StartsWith("  heading:", StringComparison.Ordinal)) + 1;
        File.WriteAllText(Path.Combine(_content, "site", "es.yaml"), text.Replace("  heading:", "  headding:", StringComparison.Ordinal));

        var refused = Assert.Throws<InvalidOperationException>(() => SiteWords.Read(_content));

        Assert.Contains("\"heading\" is missing", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"site/es.yaml:{line}: Unknown key \"headding\". Did you mean", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_is_said() => Assert.Contains("site/es.yaml: The file is missing", Assert.Throws<InvalidOperationException>(() => SiteWords.Read(_content)).Message, StringComparison.Ordinal);
}
