using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Messaging.Words;

/// <summary>Keeps what an editor typed, right or not. Somebody who saved in between is never overwritten: that is a conflict.</summary>
public sealed class SaveWords(MessagingDb db, TimeProvider clock)
{
    /// <param name="DraftVersion">Version that was on the screen; 0 where there was no draft.</param>
    /// <param name="BasedOn">Number of the publication that was on the screen.</param>
    public sealed record Request(WordsKey Key, WordsText Text, int DraftVersion, int BasedOn, string By);

    /// <returns>False where somebody saved, published or discarded since; nothing was changed.</returns>
    public async Task<bool> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var draft = await db.FindDraft(request.Key, cancel);
        if (draft is null)
        {
            var published = await db.VersionsOf(request.Key).MaxAsync(v => (int?)v.Number, cancel) ?? 0;
            if (request.DraftVersion > 0 || published != request.BasedOn) return false;
            db.WordsDrafts.Add(draft = new WordsDraft(request.Key, request.BasedOn));
        }
        else if (draft.Version != request.DraftVersion) return false;

        draft.Write(request.Text.Tidy(), request.By, clock.GetUtcNow());
        return await db.TrySave(cancel);
    }

    /// <summary>Something else was published since the draft began; its editor has seen it and goes on with hers.</summary>
    /// <returns>False where somebody saved since, or there is no draft.</returns>
    public async Task<bool> GoOn(WordsKey key, int draftVersion, CancellationToken cancel)
    {
        var draft = await db.FindDraft(key, cancel);
        if (draft is null || draft.Version != draftVersion) return false;
        draft.GoOnFrom(await db.VersionsOf(key).MaxAsync(v => (int?)v.Number, cancel) ?? 0);
        return await db.TrySave(cancel);
    }

    /// <summary>Takes a draft away; what is published stays as it is.</summary>
    /// <returns>False where somebody saved since, or there is none.</returns>
    public async Task<bool> Discard(WordsKey key, int draftVersion, CancellationToken cancel)
    {
        var draft = await db.FindDraft(key, cancel);
        if (draft is null || draft.Version != draftVersion) return false;
        db.WordsDrafts.Remove(draft);
        return await db.TrySave(cancel);
    }
}
