using CoopAssistant.Messaging.Wording;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Messaging.Words;

/// <summary>What is published, as the files it comes in: untouched files to the byte, of the others only what differs.</summary>
public sealed class ExportWords(MessagingDb db, WordsContent content, ProgrammePacks packs)
{
    /// <returns>Text of every file by its path below the content folder; empty for a file that is not there any more.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Files(CancellationToken cancel)
    {
        if (!content.IsKnown) return new Dictionary<string, string>(StringComparer.Ordinal);
        var files = WordsOverlay.Over(content.Files, content, packs.All, await db.PublishedWords(content, packs.All, cancel));
        string[] own =
        [
            WordingReader.FileOf(WordsContent.Language), AnswersReader.FileOf(WordsContent.Language),
            .. packs.All.SelectMany(pack => new[] { WordingReader.FileOf(pack.Country.Language), PackFacts.OfficesFileOf(pack), PackFacts.EmergencyFileOf(pack) }),
        ];
        return own.Where(file => files.Has(file) || content.Files.Has(file)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToDictionary(file => file, files.Text, StringComparer.Ordinal);
    }
}
