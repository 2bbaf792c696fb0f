using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Messaging.Words;

/// <summary>Where the texts lie that come with the program, and which of them the bot says.</summary>
/// <param name="path">The content folder; null where a host knows no texts.</param>
/// <param name="said">Every text the code says.</param>
public sealed class WordsContent(string? path, IReadOnlyCollection<TextKey> said)
{
    public const string Language = "es";

    private readonly Dictionary<string, TextKey> _byName = said.ToDictionary(key => key.Name, StringComparer.Ordinal);

    public bool IsKnown => path is not null;

    public ContentFiles Files { get; } = new(path ?? "");

    public IReadOnlyCollection<TextKey> Said => said;

    /// <summary>Null for a text the bot does not say (any more).</summary>
    public TextKey? Find(string name) => _byName.GetValueOrDefault(name);
}
