using CoopAssistant.Programme.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoopAssistant.Programme.Recordings;

/// <summary>Which statuses and steps can be heard, in memory and without the sound: a turn reads no table. One for the process.</summary>
public sealed class VoiceShelf(IServiceScopeFactory scopes)
{
    private const string Spanish = "es";
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile IReadOnlyDictionary<(string Country, string Code, string Language, string TextHash), RecordingFile> _files =
        new Dictionary<(string, string, string, string), RecordingFile>();
    private (long Newest, int Withdrawn) _state;

    /// <summary>The voice of this very text in her language, else in Spanish; null where she reads.</summary>
    public RecordingFile? Find(SpokenStatus? spoken, string language) => spoken is null || _files.Count == 0 ? null
        : _files.GetValueOrDefault((spoken.Country, spoken.Code, language, spoken.TextHash)) ?? _files.GetValueOrDefault((spoken.Country, spoken.Code, Spanish, spoken.TextHash));

    /// <summary>The same by its code.</summary>
    public RecordingFile? Find(ProgrammePack pack, string code, string language) => _files.Count == 0 ? null : Find(SpokenStatus.Find(pack, code), language);

    public bool IsEmpty => _files.Count == 0;

    /// <summary>Takes up what was recorded and withdrawn since; two small queries where nothing was.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        await _refreshing.WaitAsync(cancel);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ProgrammeDb>();
            var state = (await db.StatusVoices.MaxAsync(v => (long?)v.Id, cancel) ?? 0, await db.StatusVoices.CountAsync(v => v.WithdrawnAt != null, cancel));
            if (state == _state) return;
            _files = await Load(db, cancel);
            _state = state;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    private static async Task<Dictionary<(string, string, string, string), RecordingFile>> Load(ProgrammeDb db, CancellationToken cancel)
    {
        var rows = await db.StatusVoices.AsNoTracking().OrderBy(v => v.Number)
            .Select(v => new { v.Country, v.Code, v.Language, v.TextHash, v.FileId, v.Milliseconds, v.Size, IsWithdrawn = v.WithdrawnAt != null }).ToListAsync(cancel);
        var files = new Dictionary<(string, string, string, string), RecordingFile>();
        foreach (var row in rows)
            if (row.IsWithdrawn) files.Remove((row.Country, row.Code, row.Language, row.TextHash));
            else files[(row.Country, row.Code, row.Language, row.TextHash)] = new RecordingFile(row.FileId, TimeSpan.FromMilliseconds(row.Milliseconds), row.Size);
        return files;
    }
}
