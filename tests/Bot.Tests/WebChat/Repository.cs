namespace CoopAssistant.Bot.Tests.WebChat;

/// <summary>Where the checkout lies.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();
    public static string Content => Path.Combine(Root, "content");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CoopAssistant.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests must run inside the checkout.");
    }
}
