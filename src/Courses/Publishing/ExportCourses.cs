using System.IO.Compression;
using System.Text;
using CoopAssistant.Courses.Packs;

namespace CoopAssistant.Courses.Publishing;

/// <summary>What is published, as the files of a pack: the same courses give the same bytes.</summary>
public sealed class ExportCourses(CourseShelf shelf)
{
    /// <summary>A day zip files can hold; each file gets it, so that equal packs are equal files.</summary>
    private static readonly DateTimeOffset NoDay = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="courseId">Null for all courses.</param>
    /// <returns>Text of every file by its path below the content folder, translations included.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Files(string? courseId, CancellationToken cancel)
    {
        await shelf.Refresh(cancel);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var course in shelf.Courses.Where(course => courseId is null || course.Id == courseId))
            foreach (var (file, text) in CourseWriter.Write(course))
                files[$"courses/{CourseWriter.FolderOf(course)}/{file}"] = text;
        return files;
    }

    public async Task<byte[]> Zip(string? courseId, CancellationToken cancel)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (file, text) in await Files(courseId, cancel))
            {
                var entry = zip.CreateEntry(file, CompressionLevel.Optimal);
                entry.LastWriteTime = NoDay;
                await using var stream = await entry.OpenAsync(cancel);
                await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
            }
        return packed.ToArray();
    }
}
