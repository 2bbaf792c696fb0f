using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Words;

/// <summary>Publishes a draft, or an earlier version once more. Women read it within seconds, in every process.</summary>
public sealed class PublishWords(MessagingDb db, ReadWords read, ReviewWords review, WordsShelf shelf, TimeProvider clock)
{
    public const int LongestNote = 300;

    /// <param name="DraftVersion">Version of the draft that was on the screen.</param>
    /// <param name="DespiteWarnings">The editor has read what does not stop it.</param>
    public sealed record Request(WordsKey Key, int DraftVersion, bool DespiteWarnings, string Note, string By);

    public async Task<PublishWordsResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var all = await read.All(cancel);
        if (all.FirstOrDefault(words => words.Key == request.Key) is not { Draft: { } text } words) return PublishWordsResult.Nothing;
        if (words.DraftVersion != request.DraftVersion) return PublishWordsResult.Conflict;
        if (words.IsOutdated) return PublishWordsResult.Outdated;
        if (text.IsSameAs(words.Published)) return PublishWordsResult.Nothing;
        var concerns = review.Handle(words, all);
        if (concerns.Any(concern => concern.Stops)) return PublishWordsResult.Stopped;
        if (concerns.Count > 0 && !request.DespiteWarnings) return PublishWordsResult.Warned;

        if (await db.FindDraft(request.Key, cancel) is not { } draft || draft.Version != request.DraftVersion) return PublishWordsResult.Conflict;
        db.WordsDrafts.Remove(draft);
        return await Publish(words, text, request.Note, request.By, cancel);
    }

    /// <summary>Goes back to an earlier version. A draft stays, and its editor is told.</summary>
    /// <param name="number">Of the version; 0 for what comes with the program.</param>
    /// <param name="newest">Number that was on the screen as the published one.</param>
    public async Task<PublishWordsResult> Restore(WordsKey key, int number, int newest, string by, CancellationToken cancel)
    {
        var all = await read.All(cancel);
        if (all.FirstOrDefault(words => words.Key == key) is not { } words) return PublishWordsResult.Nothing;
        if (words.Number != newest) return PublishWordsResult.Conflict;
        var old = number == 0 ? null : await db.VersionsOf(key).SingleOrDefaultAsync(v => v.Number == number, cancel);
        if (number > 0 && old is null) return PublishWordsResult.Nothing;
        var text = old?.Text is { } json ? WordsText.FromJson(json) : words.Filed ?? new WordsText.Nothing();
        if (text.IsSameAs(words.Published ?? new WordsText.Nothing())) return PublishWordsResult.Nothing;
        if (review.Handle(words with { Draft = text, DraftVersion = 1 }, all).Any(concern => concern.Stops)) return PublishWordsResult.Stopped;
        return await Publish(words, text, number == 0 ? "" : $"Versión {number}", by, cancel);
    }

    /// <summary>Takes away an answer, an office, or what one country says in its own way. Its versions stay, to go back to.</summary>
    public async Task<PublishWordsResult> Withdraw(WordsKey key, int newest, string by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(key);
        var all = await read.All(cancel);
        if (all.FirstOrDefault(words => words.Key == key) is not { Published: not null } words || !MayBeWithdrawn(key)) return PublishWordsResult.Nothing;
        if (words.Number != newest) return PublishWordsResult.Conflict;
        var nothing = new WordsText.Nothing();
        return review.Handle(words with { Draft = nothing, DraftVersion = 1 }, all).Any(concern => concern.Stops) ? PublishWordsResult.Stopped : await Publish(words, nothing, "", by, cancel);
    }

    public static bool MayBeWithdrawn(WordsKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Kind is WordsKind.Answer or WordsKind.Office || (key.Kind == WordsKind.Text && !key.IsForAll);
    }

    private async Task<PublishWordsResult> Publish(DeskWords words, WordsText text, string note, string by, CancellationToken cancel)
    {
        var isFiled = text.IsSameAs(words.Filed ?? new WordsText.Nothing());
        db.WordsVersions.Add(new WordsVersion(words.Key, words.Number + 1, isFiled ? null : text, note.Length > LongestNote ? note[..LongestNote] : note, by, clock.GetUtcNow()));
        if (!await db.TrySave(cancel)) return PublishWordsResult.Conflict;
        await shelf.Refresh(cancel);
        return PublishWordsResult.Published;
    }
}

public enum PublishWordsResult
{
    Published,

    /// <summary>There is no draft, or nothing in it that differs.</summary>
    Nothing,

    /// <summary>Somebody saved or published since the screen was shown.</summary>
    Conflict,

    /// <summary>Something else was published since the draft began; its editor has to look at that first.</summary>
    Outdated,

    /// <summary>A check stops it.</summary>
    Stopped,

    /// <summary>A check warns; the editor has to say that she goes on.</summary>
    Warned,
}
