using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Words;

/// <summary>One thing on the desk: the draft where somebody writes on it, else what women read.</summary>
/// <param name="Filed">As it comes with the program; null where it does not.</param>
/// <param name="Published">What women read; null where there is nothing (yet, or any more).</param>
/// <param name="Number">Of the newest publication; 0 while it is as it came.</param>
/// <param name="DraftVersion">Version of the draft; 0 where there is none.</param>
/// <param name="BasedOn">Publication that the draft began from.</param>
public sealed record DeskWords(
    WordsKey Key, WordsText? Filed, WordsText? Published, int Number, string PublishedBy, DateTimeOffset? PublishedAt,
    WordsText? Draft, int DraftVersion, int BasedOn, string ChangedBy, DateTimeOffset? ChangedAt)
{
    public bool IsDraft => DraftVersion > 0;

    /// <summary>Something else was published since the draft began.</summary>
    public bool IsOutdated => IsDraft && BasedOn != Number;

    /// <summary>Women read something else than what came with the program.</summary>
    public bool IsChanged => Published is null ? Filed is not null : !Published.IsSameAs(Filed);

    public WordsText? Text => Draft ?? Published;
}

/// <summary>Reads everything staff may write: the files, what is published over them, and what is being written.</summary>
public sealed class ReadWords(MessagingDb db, WordsContent content, ProgrammePacks packs)
{
    /// <summary>In the order of the files; what is new last.</summary>
    public async Task<IReadOnlyList<DeskWords>> All(CancellationToken cancel)
    {
        if (!content.IsKnown) return [];
        var filed = FiledWords.Read(content.Files, content, packs.All);
        var versions = (await db.NewestWords().ToListAsync(cancel)).ToDictionary(v => v.Key);
        var drafts = (await db.WordsDrafts.AsNoTracking().ToListAsync(cancel)).ToDictionary(d => d.Key);
        return [.. filed.Keys.Concat(versions.Keys).Concat(drafts.Keys).Distinct().Select(key => Lay(key, filed.GetValueOrDefault(key), versions.GetValueOrDefault(key), drafts.GetValueOrDefault(key)))];
    }

    /// <returns>Null where there is no such thing to write.</returns>
    public async Task<DeskWords?> Find(WordsKey key, CancellationToken cancel) => (await All(cancel)).FirstOrDefault(words => words.Key == key);

    /// <summary>What women would read if every draft were published; of them only this one where it is given.</summary>
    public static IReadOnlyList<KeyValuePair<WordsKey, WordsText>> WithDrafts(IReadOnlyList<DeskWords> all, WordsKey? only = null)
    {
        ArgumentNullException.ThrowIfNull(all);
        return [.. all.Select(words => (words.Key, Text: words.IsDraft && (only is null || words.Key == only) ? words.Draft : words.Published, words.Filed))
            .Where(words => !(words.Text ?? new WordsText.Nothing()).IsSameAs(words.Filed ?? new WordsText.Nothing()))
            .Select(words => KeyValuePair.Create(words.Key, words.Text ?? new WordsText.Nothing()))];
    }

    /// <summary>What women read now.</summary>
    public static IReadOnlyList<KeyValuePair<WordsKey, WordsText>> AsPublished(IReadOnlyList<DeskWords> all) =>
        WithDrafts([.. all.Select(words => words with { Draft = null, DraftVersion = 0 })]);

    /// <summary>An office without a word of its places keeps those it has.</summary>
    private static WordsText Whole(WordsText text, WordsText? before) =>
        text is WordsText.Office { Covers: null } office && before is WordsText.Office { Covers: { } places } ? office with { Covers = places } : text;

    private static DeskWords Lay(WordsKey key, WordsText? filed, WordsVersion? version, WordsDraft? draft)
    {
        var published = version?.Text is { } text ? Whole(WordsText.FromJson(text), filed) : filed;
        return new DeskWords(
            key, filed, published is WordsText.Nothing ? null : published, version?.Number ?? 0, version?.PublishedBy ?? "", version?.PublishedAt,
            draft is null ? null : Whole(WordsText.FromJson(draft.Text), published), draft?.Version ?? 0, draft?.BasedOn ?? 0, draft?.ChangedBy ?? "", draft?.ChangedAt);
    }
}
