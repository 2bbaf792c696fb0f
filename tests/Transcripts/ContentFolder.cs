namespace CoopAssistant.Transcripts;

/// <summary>The content that ships, as it lies in the repository.</summary>
internal static class ContentFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "CoopAssistant.sln")))
                return System.IO.Path.Combine(folder.FullName, "content");
        throw new DirectoryNotFoundException("The repository's content folder is not above the tests.");
    }
}
