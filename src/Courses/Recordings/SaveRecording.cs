using CoopAssistant.Courses.Publishing;
using CoopAssistant.Programme.Recordings;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Recordings;

/// <summary>
/// Keeps the voice for one text of a lesson, draft or published. A later one takes its place. What it is, and how long it
/// plays, is told by its bytes. The very same file again changes nothing.
/// </summary>
public sealed class SaveRecording(CoursesDb db, CourseShelf shelf, TimeProvider clock)
{
    /// <param name="Country">ISO 3166-1 alpha-2 where it is for women of that country only; null for all.</param>
    /// <param name="Text">The words as they stand in the lesson: <see cref="SpokenPart.Text"/>.</param>
    /// <param name="By">Staff member.</param>
    public sealed record Request(string CourseId, string LessonId, string Language, string? Country, string Text, ReadOnlyMemory<byte> Bytes, string By);

    public async Task<SaveRecordingResult> Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var check = SoundCheck.Of(request.Bytes.Span);
        if (check is not SoundCheck.Fine { Length: var length }) return new SaveRecordingResult.Refused(check);
        if (string.IsNullOrEmpty(request.Country) && request.Text.Contains('{', StringComparison.Ordinal)) return new SaveRecordingResult.NeedsCountry();

        var text = RecordedText.Of(request.CourseId, request.LessonId, request.Language, request.Country, request.Text);
        var newest = await db.Recordings.Of(text).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancel);
        if (newest is { WithdrawnAt: null } && newest.Bytes.AsSpan().SequenceEqual(request.Bytes.Span)) return new SaveRecordingResult.Saved(newest.Id, length);
        var recording = new Recording(text, (newest?.Number ?? 0) + 1, RecordingFile.NewId(), length, request.Bytes.ToArray(), request.By, clock.GetUtcNow());
        db.Recordings.Add(recording);
        await db.SaveAsync(cancel);
        await shelf.Refresh(cancel);
        return new SaveRecordingResult.Saved(recording.Id, length);
    }
}

public abstract record SaveRecordingResult
{
    private SaveRecordingResult() { }

    public sealed record Saved(long RecordingId, TimeSpan Length) : SaveRecordingResult;

    /// <param name="Why">What is wrong with the sound; never <see cref="SoundCheck.Fine"/>.</param>
    public sealed record Refused(SoundCheck Why) : SaveRecordingResult;

    /// <summary>The text names what differs by country: say for which one this recording is.</summary>
    public sealed record NeedsCountry : SaveRecordingResult;
}
