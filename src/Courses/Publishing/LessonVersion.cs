namespace CoopAssistant.Courses.Publishing;

/// <summary>
/// One publication of a lesson, kept as the file it is written in. Never changed: who is in the middle of a lesson finishes
/// the version she began. The highest number of a lesson, country and language is the published one; going back publishes an old text again.
/// </summary>
public sealed class LessonVersion
{
    private LessonVersion() { }

    public LessonVersion(string courseId, string language, string lessonId, string? country, int number, string file, string source, string publishedBy, DateTimeOffset publishedAt, string reviewedBy = "")
    {
        (CourseId, Language, LessonId, Country, Number) = (courseId, language, lessonId, country ?? "", number);
        (File, Source, PublishedBy, PublishedAt, ReviewedBy) = (file, source, publishedBy, publishedAt, reviewedBy);
    }

    public long Id { get; private set; }
    public string CourseId { get; private set; } = "";

    /// <summary>BCP-47 tag of its text.</summary>
    public string Language { get; private set; } = "";
    public string LessonId { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2, upper case; empty where it serves every country.</summary>
    public string Country { get; private set; } = "";

    /// <summary>From 1, counted for each lesson, country and language.</summary>
    public int Number { get; private set; }

    /// <summary>Path below the course's folder, where export writes it.</summary>
    public string File { get; private set; } = "";

    /// <summary>The lesson as its Markdown file.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Staff member, or empty where it came with the packs.</summary>
    public string PublishedBy { get; private set; } = "";
    public DateTimeOffset PublishedAt { get; private set; }

    /// <summary>Who read the translation and stands for it; empty in Spanish.</summary>
    public string ReviewedBy { get; private set; } = "";
}

/// <summary>One publication of a course's outline (<c>course.yaml</c>): its title, modules and the order of lessons. Never changed; the highest number is the published one.</summary>
public sealed class OutlineVersion
{
    private OutlineVersion() { }

    public OutlineVersion(string courseId, string language, int number, string source, string publishedBy, DateTimeOffset publishedAt) =>
        (CourseId, Language, Number, Source, PublishedBy, PublishedAt) = (courseId, language, number, source, publishedBy, publishedAt);

    public long Id { get; private set; }
    public string CourseId { get; private set; } = "";
    public string Language { get; private set; } = "";
    public int Number { get; private set; }
    public string Source { get; private set; } = "";
    public string PublishedBy { get; private set; } = "";
    public DateTimeOffset PublishedAt { get; private set; }
}
