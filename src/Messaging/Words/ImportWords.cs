using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Messaging.Words;

/// <summary>
/// Publishes what the files of a folder say otherwise than women read now. What a file there no longer has is taken away; what the
/// folder has no file for stays.
/// </summary>
public sealed class ImportWords(MessagingDb db, ReadWords read, WordsContent content, ProgrammePacks packs, TimeProvider clock)
{
    /// <param name="Published">How many versions were published.</param>
    /// <param name="Problems">What must be put right first; then nothing was published.</param>
    public sealed record Result(int Published, IReadOnlyList<PackProblem> Problems);

    public async Task<Result> Handle(string folder, string by, CancellationToken cancel)
    {
        var files = new ContentFiles(folder);
        var found = FiledWords.Read(files, content, packs.All);
        var all = await read.All(cancel);
        var differing = all.Where(words => IsIn(files, words.Key)).Select(words => (words.Key, words.Published, words.Filed, words.Number, New: found.GetValueOrDefault(words.Key)))
            .Concat(found.Where(words => all.All(known => known.Key != words.Key)).Select(words => (words.Key, Published: (WordsText?)null, Filed: (WordsText?)null, Number: 0, New: (WordsText?)words.Value)))
            .Select(words => words with { Published = words.Published ?? new WordsText.Nothing(), Filed = words.Filed ?? new WordsText.Nothing(), New = words.New ?? new WordsText.Nothing() })
            .Where(words => !words.New!.IsSameAs(words.Published)).ToList();

        var changed = differing.Select(words => words.Key).ToHashSet();
        var after = ReadWords.WithDrafts([.. all.Where(words => !changed.Contains(words.Key)).Select(words => words with { Draft = null, DraftVersion = 0 })])
            .Concat(differing.Where(words => !words.New!.IsSameAs(words.Filed)).Select(words => KeyValuePair.Create(words.Key, words.New!))).ToList();
        if (WordsEdition.Problems(content, packs.All, after) is { Count: > 0 } problems) return new(0, problems);

        foreach (var words in differing)
            db.WordsVersions.Add(new WordsVersion(words.Key, words.Number + 1, words.New!.IsSameAs(words.Filed) ? null : words.New, "", by, clock.GetUtcNow()));
        await db.SaveAsync(cancel);
        return new(differing.Count, []);
    }

    /// <summary>The folder has the file this stands in; countries' own texts come with the common ones.</summary>
    private bool IsIn(ContentFiles files, WordsKey key) => files.Has(key.Kind switch
    {
        WordsKind.Text => Wording.WordingReader.FileOf(WordsContent.Language),
        WordsKind.Answer => AnswersReader.FileOf(WordsContent.Language),
        WordsKind.Office when packs.Find(key.Country) is { } pack => PackFacts.OfficesFileOf(pack),
        WordsKind.Emergency when packs.Find(key.Country) is { } pack => PackFacts.EmergencyFileOf(pack),
        _ => "none",
    });
}
