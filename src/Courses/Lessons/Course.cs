namespace CoopAssistant.Courses.Lessons;

/// <summary>A course as it is taught: immutable, complete and checked when it was read.</summary>
/// <param name="Id">Folder name, e.g. gestion-cooperativa; kept in rows and states, so it never changes.</param>
/// <param name="Language">BCP-47 tag of its texts.</param>
/// <param name="Hours">What the certificate says.</param>
public sealed record Course(string Id, string Title, string Description, string Language, int Hours, IReadOnlyList<Module> Modules)
{
    /// <summary>Who read the translation and stands for it; null in Spanish, needed in every other language.</summary>
    public string? Reviewer { get; init; }

    /// <summary>The lessons a woman of this country takes, in order. A lesson that has no variant for her is left out.</summary>
    /// <param name="country">ISO 3166-1 alpha-2, upper case; null takes what every country shares, else the first variant.</param>
    public IEnumerable<Lesson> LessonsFor(string? country) => Modules.SelectMany(module => module.LessonsFor(country));

    /// <summary>Ids of the lessons that must be done to end the course: all with a score. The others are hers to take or leave.</summary>
    public IReadOnlyList<string> LessonsThatCount(string? country) => [.. LessonsFor(country).Where(lesson => lesson.IsScored).Select(lesson => lesson.Id)];

    public Lesson? Find(string lessonId, string? country) =>
        Modules.SelectMany(module => module.Lessons).FirstOrDefault(slot => slot.Id == lessonId)?.For(country);

    public Module? ModuleOf(string lessonId) => Modules.FirstOrDefault(module => module.Lessons.Any(slot => slot.Id == lessonId));
}

public sealed record Module(string Id, string Title, string Description, IReadOnlyList<LessonSlot> Lessons)
{
    public IEnumerable<Lesson> LessonsFor(string? country) => Lessons.Select(slot => slot.For(country)).OfType<Lesson>();
}

/// <summary>A place in the course, filled by one lesson for everybody or by one for each country.</summary>
public sealed record LessonSlot(string Id, IReadOnlyList<Lesson> Variants)
{
    public Lesson? For(string? country)
    {
        Lesson? shared = null;
        for (var i = 0; i < Variants.Count; i++) // asked for every lesson of the course when one ends
        {
            if (Variants[i].Country is null) shared ??= Variants[i];
            else if (Variants[i].Country == country) return Variants[i];
        }
        return shared ?? (country is null ? Variants.FirstOrDefault() : null);
    }
}
