using CoopAssistant.Courses.Packs;

namespace CoopAssistant.Courses.Tests.Packs;

/// <summary>A content folder with one small, clean course in it, for a test to spoil.</summary>
internal sealed class CourseFolder : IDisposable
{
    public const string LessonFile = "m1/1.1-caja.md";

    public const string Lesson = """
        ---
        id: "1.1"
        title: La caja
        minutes: 5
        ---
        Anote la plata que entra.

        ---

        Anote la plata que sale.

        ## Entra 5 y sale 2. ¿Cuánto queda?

        - [ ] 7 — Sumó. Reste.
        - [x] 3 — ¡Bien! Quedan 3.

        """;

    public const string Outline = """
        id: prueba
        title: Un curso
        description: Para probar.
        language: es
        hours: 1
        modules:
          - id: m1
            title: Primero
            description: Un módulo.
            lessons: ["1.1"]

        """;

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("coop-courses-");

    public CourseFolder()
    {
        Put("course.yaml", Outline);
        Put(LessonFile, Lesson);
        foreach (var (folder, code) in new[] { ("panama", "PA"), ("bolivia", "BO") })
            PutAt($"programmes/{folder}/programme.yaml", $"country:\n  code: {code}\n");
    }

    public string ContentPath => _root.FullName;

    /// <summary>Line of the lesson on which a text stands.</summary>
    public static int LineOf(string text) => Lesson.Split('\n').ToList().FindIndex(line => line.Contains(text, StringComparison.Ordinal)) + 1;

    public CourseFolder Put(string file, string text) => PutAt($"courses/prueba/{file}", text);

    public CourseFolder PutBytes(string file, byte[] bytes)
    {
        File.WriteAllBytes(Path.Combine(ContentPath, "courses/prueba", file), bytes);
        return this;
    }

    public CourseFolder Remove(string file)
    {
        File.Delete(Path.Combine(ContentPath, "courses/prueba", file));
        return this;
    }

    /// <summary>The lesson with one text put for another.</summary>
    public CourseFolder Change(string from, string to)
    {
        Assert.Contains(from, Lesson);
        return Put(LessonFile, Lesson.Replace(from, to));
    }

    public CoursePacks Read() => CoursePackReader.ReadAll(ContentPath, new DateOnly(2026, 11, 22));

    public CourseFolder PutAt(string file, string text)
    {
        var path = Path.Combine(ContentPath, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
