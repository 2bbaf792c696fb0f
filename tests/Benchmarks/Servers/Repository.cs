namespace CoopAssistant.Benchmarks.Servers;

/// <summary>The checkout this runs in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();
    public static string Content => Path.Combine(Root, "content");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "CoopAssistant.sln"))) return folder.FullName;
        throw new InvalidOperationException("The benchmarks run inside a checkout of CoopAssistant.");
    }
}
