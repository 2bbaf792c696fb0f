using CoopAssistant.Courses.Lessons;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Packs.Yaml;

namespace CoopAssistant.Courses.Packs;

/// <summary>Puts one course together from the texts of its files.</summary>
/// <param name="countries">Codes of the countries every lesson must serve.</param>
internal sealed class CourseReader(string folder, IReadOnlyList<string> countries, JargonList jargon, DateOnly today, PackProblems problems, PackProblems warnings)
{
    internal const string CourseFile = "course.yaml";
    private const string LessonEnding = ".md";
    private const string Spanish = "es";
    private readonly List<Lesson> _lessons = [];
    private readonly HashSet<string> _placed = new(StringComparer.Ordinal);
    private bool _isSpanish;

    /// <param name="files">Text by path below the course's folder, forward slashes.</param>
    public Course Read(IReadOnlyDictionary<string, string> files)
    {
        _isSpanish = !files.TryGetValue(CourseFile, out var outline) || YamlMap.Parse(outline, CourseFile, new PackProblems()).OptionalText("language") is null or Spanish;
        foreach (var (file, text) in files.OrderBy(pair => pair.Key, StringComparer.Ordinal)) ReadFile(file, text);
        var map = files.TryGetValue(CourseFile, out var yaml) ? YamlMap.Parse(yaml, Place(CourseFile), problems) : Missing();
        var course = new Course(
            map.Text("id"), map.Text("title", LessonLimits.TitleCharacters), map.Text("description", LessonLimits.DescriptionCharacters),
            map.Text("language"), map.Number("hours", 1, 200), [.. map.Maps("modules").Select(ReadModule)]) { Reviewer = map.OptionalText("reviewer", LessonLimits.TitleCharacters) };
        if (course.Id.Length > 0 && CourseWriter.FolderOf(course) != folder) map.Problem("id", $"The id must be the folder's name, {folder}; a translation's folder ends in its language, like {course.Id}.qu.");
        if (course.Language is not ("" or Spanish) && course.Reviewer is null) map.Problem("language", "A translation needs the name of who read it and stands for it. Add a line like \"reviewer: Ana Castillo\".");
        map.Done();
        CheckModules(map, course);
        foreach (var lesson in _lessons.Where(lesson => lesson.Id.Length > 0 && !_placed.Contains(lesson.Id)))
            problems.Add(Place(lesson.File), 1, $"No module has the lesson {lesson.Id}: nobody would ever reach it. Add \"{lesson.Id}\" to a module's lessons in {CourseFile}.");
        return course;
    }

    private YamlMap Missing()
    {
        problems.Add(Place(CourseFile), 0, "The file is missing. It names the course, its modules and the order of their lessons.");
        return YamlMap.Parse("{}", CourseFile, new PackProblems());
    }

    private void ReadFile(string file, string text)
    {
        if (file == CourseFile) return;
        if (!file.EndsWith(LessonEnding, StringComparison.Ordinal))
        {
            problems.Add(Place(file), 0, $"A course holds {CourseFile} and lessons ({LessonEnding}). Take this file out.");
            return;
        }
        if (LessonReader.Read(Place(file), file, text, problems) is not { } lesson) return;
        _lessons.Add(lesson);
        new LessonChecks(found => problems.Add(Place(file), found.Line, found.English)).Check(lesson);
        if (_isSpanish) new LessonWarnings(jargon, today, found => warnings.Add(Place(file), found.Line, found.English)).Check(lesson);
        CheckName(lesson);
    }

    /// <summary>The file's name says which lesson it is and for which country, as its front matter does.</summary>
    private void CheckName(Lesson lesson)
    {
        var name = lesson.File[(lesson.File.LastIndexOf('/') + 1)..^LessonEnding.Length];
        var parts = name.Split('.');
        var country = parts[^1].Length == 2 && parts[^1].All(char.IsAsciiLetterLower) ? parts[^1].ToUpperInvariant() : null;
        if (country != lesson.Country)
            problems.Add(Place(lesson.File), 1, country is null
                ? $"The file's name must end in .{lesson.Country!.ToLowerInvariant()}{LessonEnding}, or take the line \"country\" out."
                : $"The file's name ends in .{country.ToLowerInvariant()}{LessonEnding}: write \"country: {country.ToLowerInvariant()}\", or rename it.");
        if (lesson.Id.Length > 0 && !name.StartsWith(lesson.Id + "-", StringComparison.Ordinal))
            problems.Add(Place(lesson.File), 1, $"The file's name must begin with {lesson.Id}-.");
        if (lesson.Country is { } written && countries.Count > 0 && !countries.Contains(written, StringComparer.Ordinal))
            problems.Add(Place(lesson.File), 1, $"No programme is in the country \"{written.ToLowerInvariant()}\". Known here: {string.Join(", ", countries).ToLowerInvariant()}.");
    }

    private Module ReadModule(YamlMap map)
    {
        var module = new Module(
            map.Text("id"), map.Text("title", LessonLimits.TitleCharacters), map.Text("description", LessonLimits.DescriptionCharacters),
            [.. map.Texts("lessons").Select(id => ReadSlot(id, map))]);
        if (module.Lessons.Count == 0) map.Problem("The module has no lesson: she would find it empty. Add one or take the module out.");
        map.Done();
        return module;
    }

    private LessonSlot ReadSlot(YamlText id, YamlMap map)
    {
        var variants = _lessons.Where(lesson => lesson.Id == id.Value).ToList();
        if (!_placed.Add(id.Value)) problems.Add(id.File, id.Line, $"The lesson {id} is listed twice. Take one out.");
        if (variants.Count == 0) problems.Add(id.File, id.Line, $"There is no file for the lesson {id}. Add {map.Text("id")}/{id}-….md, or take it out of the list.{Nearest.Hint(id.Value, _lessons.Select(lesson => lesson.Id))}");
        foreach (var twins in variants.GroupBy(lesson => lesson.Country, StringComparer.Ordinal).Where(same => same.Count() > 1))
            problems.Add(Place(twins.Last().File), 1, $"{twins.First().File} is the same lesson for the same country. Take one out.");
        if (variants.Count > 0 && variants.All(lesson => lesson.Country is not null))
            foreach (var country in countries.Where(country => variants.All(lesson => lesson.Country != country)))
                problems.Add(Place(variants[0].File), 1, $"The lesson {id} has no variant for {country.ToLowerInvariant()}. Add a file ending in .{country.ToLowerInvariant()}{LessonEnding}, or one without a country for the others.");
        return new LessonSlot(id.Value, variants);
    }

    private void CheckModules(YamlMap map, Course course)
    {
        foreach (var twins in course.Modules.GroupBy(module => module.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            map.Problem("modules", $"The module {twins.Key} is there {twins.Count()} times. Give each its own id.");
    }

    private string Place(string file) => $"courses/{folder}/{file}";
}
