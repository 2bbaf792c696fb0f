using System.Text;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Courses.Packs;

/// <summary>Reads every course below <c>content/courses</c>: <c>course.yaml</c> and one Markdown file a lesson (or one a country).</summary>
public static class CoursePackReader
{
    private const string Folder = "courses";
    private const string CourseFile = "course.yaml";

    /// <param name="contentPath">The content folder.</param>
    /// <param name="today">Decides which facts are past their review.</param>
    public static CoursePacks ReadAll(string contentPath, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(contentPath);
        var problems = new PackProblems();
        var warnings = new PackProblems();
        var jargon = JargonList.Read(contentPath, problems);
        var countries = CountriesOf(contentPath);
        var courses = FoldersOf(contentPath)
            .Select(folder => new CourseReader(folder, countries, jargon, today, problems, warnings).Read(FilesOf(contentPath, folder, problems)))
            .ToList();
        if (courses.Count == 0) problems.Add($"{Folder}/", 0, $"There is no course. Add a folder with a {CourseFile}.");
        return new CoursePacks(courses, problems.InOrder(), warnings.InOrder());
    }

    /// <summary>Text of the course's files by path below its folder. Too many, too large or not UTF-8: a problem, and left out.</summary>
    private static Dictionary<string, string> FilesOf(string contentPath, string folder, PackProblems problems)
    {
        var root = Path.Combine(contentPath, Folder, folder);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories).Take(LessonLimits.FilesOfACourse + 1).ToList();
        if (files.Count > LessonLimits.FilesOfACourse)
            problems.Add($"{Folder}/{folder}", 0, $"The course has more than {LessonLimits.FilesOfACourse} files; they are not read. Take out what does not belong there.");
        else
            foreach (var file in files.OrderBy(file => file.FullName, StringComparer.Ordinal))
                if (TextOf(file, $"{Folder}/{folder}/{Below(root, file)}", problems) is { } text)
                    texts[Below(root, file)] = text;
        return texts;
    }

    private static string? TextOf(FileInfo file, string place, PackProblems problems)
    {
        if (file.Length > LessonLimits.FileBytes)
        {
            problems.Add(place, 0, $"The file has {file.Length} bytes; at most {LessonLimits.FileBytes} are read. A lesson is five short messages: split it.");
            return null;
        }
        var bytes = File.ReadAllBytes(file.FullName);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            problems.Add(place, bytes.AsSpan(0, Math.Max(0, wrong.Index)).Count((byte)'\n') + 1, "The file is not UTF-8 text. Save it as UTF-8.");
            return null;
        }
    }

    /// <summary>Names of the courses' folders, each that of <c>CourseWriter.FolderOf</c>; nothing is read.</summary>
    internal static IEnumerable<string> FoldersOf(string contentPath)
    {
        var root = new DirectoryInfo(Path.Combine(contentPath, Folder));
        return root.Exists ? root.EnumerateDirectories().Select(folder => folder.Name).Order(StringComparer.Ordinal) : [];
    }

    /// <summary>Codes of the countries that have a programme. What is wrong in their files is theirs to say.</summary>
    internal static List<string> CountriesOf(string contentPath)
    {
        var root = new DirectoryInfo(Path.Combine(contentPath, "programmes"));
        if (!root.Exists) return [];
        return [.. root.EnumerateDirectories()
            .Select(folder => YamlMap.Open(contentPath, $"programmes/{folder.Name}/programme.yaml", new PackProblems()).OptionalMap("country")?.OptionalText("code"))
            .OfType<string>().Order(StringComparer.Ordinal)];
    }

    private static string Below(string root, FileInfo file) => Path.GetRelativePath(root, file.FullName).Replace('\\', '/');
}
