using CoopAssistant.Courses.Lessons;
using CoopAssistant.Programme.Recordings;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Recordings;

/// <summary>Which texts can be heard, in memory and without the sound. Immutable.</summary>
internal sealed class RecordingShelf(IReadOnlyDictionary<RecordedText, RecordingFile> files)
{
    public static RecordingShelf Empty { get; } = new(new Dictionary<RecordedText, RecordingFile>());

    public static async Task<RecordingShelf> Load(CoursesDb db, CancellationToken cancel)
    {
        var rows = await db.Recordings.AsNoTracking().OrderBy(r => r.Number)
            .Select(r => new { r.CourseId, r.LessonId, r.Language, r.Country, r.TextHash, r.FileId, r.Milliseconds, r.Size, IsWithdrawn = r.WithdrawnAt != null }).ToListAsync(cancel);
        var files = new Dictionary<RecordedText, RecordingFile>();
        foreach (var row in rows)
        {
            var text = new RecordedText(row.CourseId, row.LessonId, row.Language, row.Country, row.TextHash);
            if (row.IsWithdrawn) files.Remove(text);
            else files[text] = new RecordingFile(row.FileId, TimeSpan.FromMilliseconds(row.Milliseconds), row.Size);
        }
        return new RecordingShelf(files);
    }

    public bool IsEmpty => files.Count == 0;

    /// <summary>The voice of her own country first, else the one for all; null where there is none.</summary>
    public RecordingFile? Find(string courseId, Lesson lesson, string language, string country, string text)
    {
        if (files.Count == 0) return null;
        var wanted = RecordedText.Of(courseId, lesson.Id, language, country, text);
        return files.GetValueOrDefault(wanted) ?? files.GetValueOrDefault(wanted with { Country = "" });
    }
}
