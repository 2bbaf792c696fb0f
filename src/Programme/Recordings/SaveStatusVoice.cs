using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Recordings;

/// <summary>Keeps the voice for what a status or step says now. A later one takes its place; the very same file again changes nothing.</summary>
public sealed class SaveStatusVoice(ProgrammeDb db, ProgrammePacks packs, VoiceShelf shelf, TimeProvider clock)
{
    /// <param name="Code">See <see cref="SpokenStatus.Code"/>.</param>
    /// <param name="Language">BCP-47 tag of what is spoken.</param>
    /// <param name="By">Staff member.</param>
    public sealed record Request(string Country, string Code, string Language, ReadOnlyMemory<byte> Bytes, string By);

    public async Task<SaveStatusVoiceResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (packs.Find(request.Country) is not { } pack || SpokenStatus.Find(pack, request.Code) is not { } spoken) return new SaveStatusVoiceResult.NothingToSay();
        var check = SoundCheck.Of(request.Bytes.Span);
        if (check is not SoundCheck.Fine { Length: var length }) return new SaveStatusVoiceResult.Refused(check);

        var newest = await db.StatusVoices.Where(v => v.Country == spoken.Country && v.Code == spoken.Code && v.Language == request.Language && v.TextHash == spoken.TextHash)
            .OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        if (newest is { WithdrawnAt: null } && newest.Bytes.AsSpan().SequenceEqual(request.Bytes.Span)) return new SaveStatusVoiceResult.Saved(newest.Id);
        var voice = new StatusVoice(spoken, request.Language, (newest?.Number ?? 0) + 1, length, request.Bytes.ToArray(), request.By, clock.GetUtcNow());
        db.StatusVoices.Add(voice);
        await db.SaveAsync(cancel);
        await shelf.Refresh(cancel);
        return new SaveStatusVoiceResult.Saved(voice.Id);
    }
}

public abstract record SaveStatusVoiceResult
{
    private SaveStatusVoiceResult() { }

    public sealed record Saved(long VoiceId) : SaveStatusVoiceResult;

    /// <param name="Why">What is wrong with the sound; never <see cref="SoundCheck.Fine"/>.</param>
    public sealed record Refused(SoundCheck Why) : SaveStatusVoiceResult;

    /// <summary>There is no such status or step in the pack, or nothing of it to be read aloud.</summary>
    public sealed record NothingToSay : SaveStatusVoiceResult;
}
