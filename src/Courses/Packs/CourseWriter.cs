using System.Globalization;
using System.Text;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Courses.Packs;

/// <summary>Writes a course back as the files it is read from. Reading what it wrote gives the same course, and writing that the same bytes.</summary>
public static class CourseWriter
{
    /// <summary>Text of every file by its path below the course's folder, forward slashes, line feeds, UTF-8.</summary>
    public static IReadOnlyDictionary<string, string> Write(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["course.yaml"] = WriteOutline(course) };
        foreach (var lesson in course.Modules.SelectMany(module => module.Lessons).SelectMany(slot => slot.Variants)) files[lesson.File] = WriteLesson(lesson);
        return files;
    }

    /// <summary>The course's folder: its id, and for a translation its language too.</summary>
    public static string FolderOf(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        return FolderOf(course.Id, course.Language);
    }

    internal static string FolderOf(string courseId, string language) => language is "es" or "" ? courseId : $"{courseId}.{language}";

    public static string WriteOutline(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        var text = new StringBuilder();
        text.Append("id: ").Append(YamlScalar.Of(course.Id)).Append('\n');
        text.Append("title: ").Append(YamlScalar.Of(course.Title)).Append('\n');
        text.Append("description: ").Append(YamlScalar.Of(course.Description)).Append('\n');
        text.Append("language: ").Append(YamlScalar.Of(course.Language)).Append('\n');
        if (course.Reviewer is { } reviewer) text.Append("reviewer: ").Append(YamlScalar.Of(reviewer)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"hours: {course.Hours}\n");
        text.Append("modules:\n");
        foreach (var module in course.Modules)
        {
            text.Append("  - id: ").Append(YamlScalar.Of(module.Id)).Append('\n');
            text.Append("    title: ").Append(YamlScalar.Of(module.Title)).Append('\n');
            text.Append("    description: ").Append(YamlScalar.Of(module.Description)).Append('\n');
            text.Append("    lessons: [").AppendJoin(", ", module.Lessons.Select(slot => YamlScalar.Quoted(slot.Id))).Append("]\n");
        }
        return text.ToString();
    }

    public static string WriteLesson(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var text = new StringBuilder("---\n");
        text.Append("id: ").Append(YamlScalar.Quoted(lesson.Id)).Append('\n');
        text.Append("title: ").Append(YamlScalar.Of(lesson.Title)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"minutes: {lesson.Minutes}\n");
        if (lesson.Country is { } country) text.Append("country: ").Append(YamlScalar.Of(country.ToLowerInvariant())).Append('\n');
        if (lesson.Review is { } review) text.Append(CultureInfo.InvariantCulture, $"review: {review:yyyy-MM-dd}\n");
        if (lesson.Facts is LessonFacts.Law) text.Append("facts: law\n");
        if (!lesson.IsScored) text.Append("scored: false\n");
        if (lesson.HasQuickExit) text.Append("quickExit: true\n");
        text.Append("---\n");
        text.AppendJoin("\n---\n\n", lesson.Messages.Select(message => message.Text + "\n"));
        foreach (var question in lesson.Questions)
        {
            text.Append("\n## ").Append(question.Text).Append("\n\n");
            foreach (var choice in question.Choices)
                text.Append(choice.IsRight ? "- [x] " : "- [ ] ").Append(choice.Label).Append(" — ").Append(choice.Feedback).Append('\n');
        }
        return text.ToString();
    }
}
