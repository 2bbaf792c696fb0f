using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Packs;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Courses.Writing;

/// <summary>Changes of a course's outline: pure, each gives the outline after it. What is not there or cannot move leaves it as it is.</summary>
public static class OutlineText
{
    /// <summary>The outline of a <c>course.yaml</c>; its lessons are places without texts.</summary>
    public static Course Read(string courseId, string source) =>
        new CourseReader(courseId, [], new JargonList(), DateOnly.MinValue, new PackProblems(), new PackProblems())
            .Read(new Dictionary<string, string>(StringComparer.Ordinal) { [CourseReader.CourseFile] = source });

    /// <param name="by">-1 up, 1 down.</param>
    public static Course MoveModule(this Course course, string moduleId, int by)
    {
        ArgumentNullException.ThrowIfNull(course);
        return course with { Modules = Moved(course.Modules, module => module.Id == moduleId, by) };
    }

    /// <summary>Past its module's end a lesson goes on into the neighbouring one.</summary>
    public static Course MoveLesson(this Course course, string lessonId, int by)
    {
        ArgumentNullException.ThrowIfNull(course);
        var at = course.Modules.ToList().FindIndex(module => module.Lessons.Any(slot => slot.Id == lessonId));
        if (at < 0) return course;
        var module = course.Modules[at];
        var place = module.Lessons.ToList().FindIndex(slot => slot.Id == lessonId);
        if (place + by >= 0 && place + by < module.Lessons.Count) return With(course, at, module with { Lessons = Moved(module.Lessons, slot => slot.Id == lessonId, by) });
        if (at + by < 0 || at + by >= course.Modules.Count) return course;

        var (slot, next) = (module.Lessons[place], course.Modules[at + by]);
        var left = With(course, at, module with { Lessons = [.. module.Lessons.Where(other => other.Id != lessonId)] });
        return With(left, at + by, next with { Lessons = by < 0 ? [.. next.Lessons, slot] : [slot, .. next.Lessons] });
    }

    public static Course AddModule(this Course course, string title, string description)
    {
        ArgumentNullException.ThrowIfNull(course);
        var number = Enumerable.Range(1, 1000).First(n => course.Modules.All(module => module.Id != $"m{n}"));
        return course with { Modules = [.. course.Modules, new Module($"m{number}", title, description, [])] };
    }

    public static Course RenameModule(this Course course, string moduleId, string title, string description)
    {
        ArgumentNullException.ThrowIfNull(course);
        return course with { Modules = [.. course.Modules.Select(module => module.Id == moduleId ? module with { Title = title, Description = description } : module)] };
    }

    /// <summary>An empty module goes away; one with lessons stays.</summary>
    public static Course RemoveModule(this Course course, string moduleId)
    {
        ArgumentNullException.ThrowIfNull(course);
        return course with { Modules = [.. course.Modules.Where(module => module.Id != moduleId || module.Lessons.Count > 0)] };
    }

    public static Course AddLesson(this Course course, string moduleId, string lessonId)
    {
        ArgumentNullException.ThrowIfNull(course);
        return course with { Modules = [.. course.Modules.Select(module => module.Id == moduleId ? module with { Lessons = [.. module.Lessons, new LessonSlot(lessonId, [])] } : module)] };
    }

    /// <summary>Nobody is offered the lesson any more. Its texts and what women did in it stay.</summary>
    public static Course RemoveLesson(this Course course, string lessonId)
    {
        ArgumentNullException.ThrowIfNull(course);
        return course with { Modules = [.. course.Modules.Select(module => module with { Lessons = [.. module.Lessons.Where(slot => slot.Id != lessonId)] })] };
    }

    /// <summary>What can be published: only lessons with a text, only modules with a lesson.</summary>
    public static Course Only(this Course course, IReadOnlySet<string> written)
    {
        ArgumentNullException.ThrowIfNull(course);
        var modules = course.Modules.Select(module => module with { Lessons = [.. module.Lessons.Where(slot => written.Contains(slot.Id))] });
        return course with { Modules = [.. modules.Where(module => module.Lessons.Count > 0)] };
    }

    public static IEnumerable<string> LessonIds(this Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        return course.Modules.SelectMany(module => module.Lessons).Select(slot => slot.Id);
    }

    private static Course With(Course course, int at, Module module) => course with { Modules = [.. course.Modules.Select((old, index) => index == at ? module : old)] };

    private static IReadOnlyList<T> Moved<T>(IReadOnlyList<T> items, Func<T, bool> which, int by)
    {
        var list = items.ToList();
        var from = list.FindIndex(item => which(item));
        var to = from + by;
        if (from < 0 || to < 0 || to >= list.Count) return items;
        (list[from], list[to]) = (list[to], list[from]);
        return list;
    }
}
