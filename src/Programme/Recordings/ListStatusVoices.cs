using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Recordings;

/// <summary>A status or step, with the voice women hear and, where that is missing, the newest of an older text.</summary>
/// <param name="Heard">Null where they read.</param>
/// <param name="Outdated">Says what the text said before: it is not played. Null where there is a voice, or never was one.</param>
public sealed record HeardStatus(SpokenStatus Spoken, StatusVoiceFacts? Heard, StatusVoiceFacts? Outdated);

/// <param name="Words">What it was to say.</param>
public sealed record StatusVoiceFacts(long Id, RecordingFile File, string Words, string RecordedBy, DateTimeOffset RecordedAt);

/// <summary>What of <c>estado</c> can be heard in a country, what is missing and what has become outdated: one query.</summary>
public sealed class ListStatusVoices(ProgrammeDb db)
{
    /// <param name="language">BCP-47 tag of what is spoken.</param>
    public async Task<IReadOnlyList<HeardStatus>> Handle(ProgrammePack pack, string language, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var rows = await db.StatusVoices.AsNoTracking().Where(v => v.Country == pack.Country.Code && v.Language == language).OrderBy(v => v.Id)
            .Select(v => new { v.Id, v.Code, v.TextHash, v.Words, v.FileId, v.Milliseconds, v.Size, v.RecordedBy, v.RecordedAt, IsWithdrawn = v.WithdrawnAt != null }).ToListAsync(cancel);
        var newest = rows.GroupBy(row => (row.Code, row.TextHash)).Select(same => same.Last()).Where(row => !row.IsWithdrawn).Select(row => new
        {
            row.Code, row.TextHash,
            Facts = new StatusVoiceFacts(row.Id, new RecordingFile(row.FileId, TimeSpan.FromMilliseconds(row.Milliseconds), row.Size), row.Words, row.RecordedBy, row.RecordedAt),
        }).ToLookup(voice => voice.Code, StringComparer.Ordinal);
        return [.. SpokenStatus.AllOf(pack).Select(spoken =>
        {
            var heard = newest[spoken.Code].FirstOrDefault(voice => voice.TextHash == spoken.TextHash)?.Facts;
            return new HeardStatus(spoken, heard, heard is null ? newest[spoken.Code].OrderByDescending(voice => voice.Facts.Id).FirstOrDefault()?.Facts : null);
        })];
    }
}

/// <summary>Voices that women heard until a text changed, and that nobody has recorded anew: one query for all countries.</summary>
public sealed class ListOutdatedVoices(ProgrammeDb db)
{
    /// <returns>What is to be recorded again, by country, code and language.</returns>
    public async Task<IReadOnlyList<(SpokenStatus Spoken, string Language)>> Handle(IReadOnlyList<ProgrammePack> packs, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(packs);
        var rows = await db.StatusVoices.AsNoTracking().OrderBy(v => v.Id).Select(v => new { v.Country, v.Code, v.Language, v.TextHash, IsWithdrawn = v.WithdrawnAt != null }).ToListAsync(cancel);
        var serving = rows.GroupBy(v => (v.Country, v.Code, v.Language, v.TextHash)).Select(same => same.Last()).Where(v => !v.IsWithdrawn)
            .ToLookup(v => (v.Country, v.Code), v => (v.Language, v.TextHash));
        return [.. packs.SelectMany(SpokenStatus.AllOf).SelectMany(spoken => serving[(spoken.Country, spoken.Code)].GroupBy(voice => voice.Language, StringComparer.Ordinal)
            .Where(voices => voices.All(voice => voice.TextHash != spoken.TextHash)).Select(voices => (spoken, voices.Key)))];
    }
}

/// <summary>Takes a voice back: women read the text again. Who has it in her chat can still play it. Repeating it is harmless.</summary>
public sealed class WithdrawStatusVoice(ProgrammeDb db, VoiceShelf shelf, TimeProvider clock)
{
    /// <param name="country">It is taken back only where it is of this country.</param>
    /// <returns>False where there is none of this id.</returns>
    public async Task<bool> Handle(long voiceId, string country, CancellationToken cancel)
    {
        if (await db.StatusVoices.SingleOrDefaultAsync(v => v.Id == voiceId && v.Country == country, cancel) is not { } voice) return false;
        voice.Withdraw(clock.GetUtcNow());
        await db.SaveAsync(cancel);
        await shelf.Refresh(cancel);
        return true;
    }
}

/// <summary>The bytes of a voice, also of one that was replaced since: it may still stand in somebody's chat.</summary>
public sealed class ReadStatusVoiceBytes(ProgrammeDb db)
{
    /// <returns>Null where there is no such file.</returns>
    public Task<byte[]?> Handle(string fileId, CancellationToken cancel) =>
        db.StatusVoices.AsNoTracking().Where(v => v.FileId == fileId).Select(v => (byte[]?)v.Bytes).SingleOrDefaultAsync(cancel);
}
