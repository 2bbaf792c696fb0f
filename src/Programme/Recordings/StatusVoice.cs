using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Programme.Recordings;

/// <summary>
/// Somebody's voice saying what a status or a step means. It belongs to one version of the text: where that changed it is no longer
/// played. Never changed; the highest number of a text is the one women hear, and none where that was withdrawn.
/// </summary>
public sealed class StatusVoice
{
    private StatusVoice() { }

    internal StatusVoice(SpokenStatus spoken, string language, int number, TimeSpan length, byte[] bytes, string recordedBy, DateTimeOffset now)
    {
        (Country, Code, Language, TextHash, Words) = (spoken.Country, spoken.Code, language, spoken.TextHash, spoken.Words);
        (Number, FileId, Milliseconds, Size, Bytes) = (number, RecordingFile.NewId(), (int)length.TotalMilliseconds, bytes.Length, bytes);
        (RecordedBy, RecordedAt) = (recordedBy, now);
    }

    public long Id { get; private set; }
    public string Country { get; private set; } = "";

    /// <summary>See <see cref="SpokenStatus.Code"/>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>BCP-47 tag of what is spoken.</summary>
    public string Language { get; private set; } = "";

    /// <summary>See <see cref="SpokenStatus.TextHash"/>.</summary>
    public string TextHash { get; private set; } = "";

    /// <summary>What it was to say then, in Spanish: shown once the text is another.</summary>
    public string Words { get; private set; } = "";

    /// <summary>From 1, counted for each text.</summary>
    public int Number { get; private set; }

    /// <summary>See <see cref="RecordingFile"/>.</summary>
    public string FileId { get; private set; } = "";

    /// <summary>How long it plays.</summary>
    public int Milliseconds { get; private set; }

    /// <summary>Bytes.</summary>
    public int Size { get; private set; }

    /// <summary>OGG with Opus.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Staff member who uploaded it.</summary>
    public string RecordedBy { get; private set; } = "";
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>When it was taken back; null while it serves.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Women read the text again.</summary>
    public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;
}

internal static class StatusVoicesMapping
{
    public static void MapStatusVoices(this ModelBuilder model) => model.Entity<StatusVoice>(voice =>
    {
        voice.ToTable("status_voices");
        voice.HasKey(v => v.Id);
        voice.HasIndex(v => new { v.Country, v.Code, v.Language, v.TextHash, v.Number }).IsUnique();
        voice.HasIndex(v => v.FileId).IsUnique();
    });
}
