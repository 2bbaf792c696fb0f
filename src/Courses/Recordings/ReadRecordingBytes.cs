using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Recordings;

/// <summary>The bytes of a recording, also of one that was replaced since: it may still stand in somebody's chat.</summary>
public sealed class ReadRecordingBytes(CoursesDb db)
{
    /// <returns>Null where there is no such file.</returns>
    public Task<byte[]?> Handle(string fileId, CancellationToken cancel) =>
        db.Recordings.AsNoTracking().Where(r => r.FileId == fileId).Select(r => (byte[]?)r.Bytes).SingleOrDefaultAsync(cancel);
}

internal static class Recordings
{
    public static IQueryable<Recording> Of(this IQueryable<Recording> recordings, RecordedText text) => recordings.Where(r =>
        r.CourseId == text.CourseId && r.LessonId == text.LessonId && r.Language == text.Language && r.Country == text.Country && r.TextHash == text.TextHash);
}
