namespace CoopAssistant.Courses.Tests;

/// <summary>The content folder of the repository.</summary>
internal static class Shipped
{
    public static string ContentPath { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CoopAssistant.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "content");
    }
}
