using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Words;

/// <summary>One publication under a key, with what stood there before it.</summary>
/// <param name="Number">0 for what comes with the program.</param>
/// <param name="Text">Null where there is nothing.</param>
public sealed record WordsHistoryEntry(int Number, WordsText? Text, WordsText? Before, string Note, string By, DateTimeOffset? At);

/// <summary>Reads who published what under a key, newest first; last what comes with the program.</summary>
public sealed class WordsHistory(MessagingDb db)
{
    private const int MostEntries = 100;

    public async Task<IReadOnlyList<WordsHistoryEntry>> Handle(DeskWords words, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(words);
        var versions = await db.VersionsOf(words.Key).OrderByDescending(v => v.Number).Take(MostEntries).ToListAsync(cancel);
        var entries = new List<WordsHistoryEntry> { new(0, words.Filed, null, "", "", null) };
        foreach (var version in versions.OrderBy(v => v.Number))
            entries.Add(new(version.Number, version.Text is { } text ? WordsText.FromJson(text) : words.Filed, entries[^1].Text, version.Note, version.PublishedBy, version.PublishedAt));
        entries.Reverse();
        return entries;
    }
}
