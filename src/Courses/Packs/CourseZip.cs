using System.IO.Compression;
using System.Text;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Courses.Packs;

/// <summary>Reads courses from a zip of <c>courses/…</c>, within limits: not too many files, none too large, whatever the zip says of itself.</summary>
public static class CourseZip
{
    public const int MostBytes = 8 * 1024 * 1024;
    private const string Folder = "courses/";

    public static CoursePacks Read(Stream packed, IReadOnlyList<string> countries, JargonList jargon, DateOnly today)
    {
        var (problems, warnings) = (new PackProblems(), new PackProblems());
        var folders = new SortedDictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        try
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Read);
            if (zip.Entries.Count > 4 * LessonLimits.FilesOfACourse) problems.Add(Folder, 0, $"The file holds {zip.Entries.Count} files; at most {4 * LessonLimits.FilesOfACourse} are read.");
            else
                foreach (var entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/'))) Take(entry, folders, problems);
        }
        catch (InvalidDataException)
        {
            problems.Add(Folder, 0, "The file is no zip that can be opened. Export a pack and change its files.");
        }
        if (folders.Count == 0 && !problems.Any) problems.Add(Folder, 0, "There is no course in it. A pack holds courses/<course>/course.yaml and its lessons.");
        var courses = folders.Select(folder => new CourseReader(folder.Key, countries, jargon, today, problems, warnings).Read(folder.Value)).ToList();
        return new CoursePacks(courses, problems.InOrder(), warnings.InOrder());
    }

    private static void Take(ZipArchiveEntry entry, SortedDictionary<string, Dictionary<string, string>> folders, PackProblems problems)
    {
        var path = entry.FullName.Replace('\\', '/');
        if (path is Folder + "jargon.yaml") return;
        var parts = path.Split('/');
        if (!path.StartsWith(Folder, StringComparison.Ordinal) || parts.Length < 3 || parts.Any(part => part is "" or "." or ".."))
            problems.Add(path, 0, "Files of a pack lie in courses/<course>/. Take this one out.");
        else if (Text(entry, path, problems) is { } text)
        {
            if (!folders.TryGetValue(parts[1], out var files)) folders[parts[1]] = files = new(StringComparer.Ordinal);
            files[string.Join('/', parts[2..])] = text;
        }
    }

    private static string? Text(ZipArchiveEntry entry, string path, PackProblems problems)
    {
        var bytes = new byte[LessonLimits.FileBytes + 1];
        using var stream = entry.Open();
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read > LessonLimits.FileBytes) problems.Add(path, 0, $"The file is larger than {LessonLimits.FileBytes} bytes; it is not read.");
        else
            try
            {
                return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, 0, read);
            }
            catch (DecoderFallbackException)
            {
                problems.Add(path, 0, "The file is not UTF-8 text. Save it as UTF-8.");
            }
        return null;
    }
}
