namespace CoopAssistant.Courses.Recordings;

/// <summary>
/// Somebody's voice saying one text of a lesson. It belongs to the words, not to their place: moved messages keep it, changed
/// ones need a new one. Never changed; the highest number of a text is the one women hear, and none where that was withdrawn.
/// </summary>
public sealed class Recording
{
    private Recording() { }

    internal Recording(RecordedText text, int number, string fileId, TimeSpan length, byte[] bytes, string recordedBy, DateTimeOffset now)
    {
        (CourseId, LessonId, Language, Country, TextHash) = (text.CourseId, text.LessonId, text.Language, text.Country, text.TextHash);
        (Number, FileId, Milliseconds, Size, Bytes) = (number, fileId, (int)length.TotalMilliseconds, bytes.Length, bytes);
        (RecordedBy, RecordedAt) = (recordedBy, now);
    }

    public long Id { get; private set; }
    public string CourseId { get; private set; } = "";
    public string LessonId { get; private set; } = "";

    /// <summary>BCP-47 tag of what is spoken.</summary>
    public string Language { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2, upper case: for women of that country only; empty for all.</summary>
    public string Country { get; private set; } = "";

    /// <summary>See <see cref="RecordedText.TextHash"/>.</summary>
    public string TextHash { get; private set; } = "";

    /// <summary>From 1, counted for each text.</summary>
    public int Number { get; private set; }

    /// <summary>22 signs; part of the file's address, which may be kept for ever.</summary>
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
