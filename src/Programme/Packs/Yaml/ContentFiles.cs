namespace CoopAssistant.Programme.Packs.Yaml;

/// <summary>The files of a content folder, some of them as staff have changed them.</summary>
/// <param name="root">The content folder.</param>
/// <param name="changed">Text by path below the folder, in place of what stands there; empty where the file is gone.</param>
public sealed class ContentFiles(string root, IReadOnlyDictionary<string, string>? changed = null)
{
    public string Root => root;

    public IReadOnlyDictionary<string, string> Changed { get; } = changed ?? new Dictionary<string, string>(StringComparer.Ordinal);

    public bool Has(string file) => Changed.TryGetValue(file, out var text) ? text.Length > 0 : File.Exists(Path.Combine(root, file));

    /// <summary>Empty for a file that is not there.</summary>
    public string Text(string file) => Changed.TryGetValue(file, out var text) ? text : Has(file) ? File.ReadAllText(Path.Combine(root, file)) : "";

    public YamlMap Open(string file, PackProblems problems) => Changed.TryGetValue(file, out var text) ? YamlMap.Parse(text, file, problems) : YamlMap.Open(root, file, problems);
}
