using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Messaging.Words;

/// <summary>Phrases that sound like a promise of money or of a date, as <c>wording/promises.yaml</c> lists them.</summary>
public sealed class Promises
{
    private readonly IReadOnlyList<(string Phrase, string Sound)> _phrases;

    private Promises(IEnumerable<string> phrases) => _phrases = [.. phrases.Select(phrase => (phrase, $" {Plain.Of(phrase)} "))];

    public static Promises None { get; } = new([]);

    /// <summary>None where there is no such file.</summary>
    public static Promises Read(ContentFiles files)
    {
        const string File = "wording/promises.yaml";
        ArgumentNullException.ThrowIfNull(files);
        return new(files.Has(File) ? files.Open(File, new PackProblems()).Words("phrases") : []);
    }

    public IEnumerable<string> In(string text)
    {
        var said = $" {Plain.Of(text)} ";
        return _phrases.Where(phrase => said.Contains(phrase.Sound, StringComparison.Ordinal)).Select(phrase => phrase.Phrase);
    }
}
