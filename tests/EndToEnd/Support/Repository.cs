namespace CoopAssistant.EndToEnd.Support;

/// <summary>The checkout these tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CoopAssistant.sln"))) return folder.FullName;
        throw new InvalidOperationException("These tests run inside a checkout of CoopAssistant.");
    }
}
