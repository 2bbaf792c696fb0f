namespace CoopAssistant.Programme.Tests.Packs;

/// <summary>The repository's content, or a copy of it in which a test spoils a line.</summary>
public sealed class ContentFolder : IDisposable
{
    private ContentFolder(string path) => Path = path;

    public static string Shipped { get; } = FindShipped();

    public string Path { get; }

    public static ContentFolder Copy()
    {
        var copy = new ContentFolder(Directory.CreateTempSubdirectory("coop-content-").FullName);
        foreach (var part in new[] { "programmes", "answers" })
            foreach (var file in Directory.GetFiles(System.IO.Path.Combine(Shipped, part), "*", SearchOption.AllDirectories))
            {
                var target = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(Shipped, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        return copy;
    }

    /// <summary>Puts another text in place of the first occurrence and returns the line where it begins.</summary>
    public int Replace(string file, string old, string changed)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} no longer holds «{old}»");
        File.WriteAllText(path, string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + old.Length)));
        return text.AsSpan(0, at).Count('\n') + 1;
    }

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string FindShipped()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "CoopAssistant.sln"))) folder = folder.Parent!;
        return System.IO.Path.Combine(folder.FullName, "content");
    }
}
