using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Words;

/// <summary>Reads what is published and what is being written.</summary>
internal static class WordsRows
{
    /// <summary>The newest version of every key.</summary>
    public static IQueryable<WordsVersion> NewestWords(this MessagingDb db) =>
        db.WordsVersions.AsNoTracking().Where(v => v.Number == db.WordsVersions.Where(n => n.Kind == v.Kind && n.Name == v.Name && n.Country == v.Country).Max(n => n.Number));

    /// <summary>What staff published in place of what comes with the program.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<WordsKey, WordsText>>> PublishedWords(this MessagingDb db, WordsContent content, IReadOnlyList<ProgrammePack> programmes, CancellationToken cancel)
    {
        var newest = await db.NewestWords().Where(v => v.Text != null).ToListAsync(cancel);
        if (newest.Count == 0) return [];
        var filed = FiledWords.Read(content.Files, content, programmes);
        return [.. newest.Select(v => KeyValuePair.Create(v.Key, WordsText.FromJson(v.Text!))).Where(words => !words.Value.IsSameAs(filed.GetValueOrDefault(words.Key)))];
    }

    public static Task<WordsDraft?> FindDraft(this MessagingDb db, WordsKey key, CancellationToken cancel) =>
        db.WordsDrafts.SingleOrDefaultAsync(d => d.Kind == key.Kind && d.Name == key.Name && d.Country == key.Country, cancel);

    public static IQueryable<WordsVersion> VersionsOf(this MessagingDb db, WordsKey key) =>
        db.WordsVersions.AsNoTracking().Where(v => v.Kind == key.Kind && v.Name == key.Name && v.Country == key.Country);

    /// <returns>False where somebody saved or published meanwhile: then nothing is saved.</returns>
    public static async Task<bool> TrySave(this MessagingDb db, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(cancel);
            return true;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
