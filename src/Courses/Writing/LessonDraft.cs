namespace CoopAssistant.Courses.Writing;

/// <summary>What is written on a lesson since it was published. One for each lesson and country; publishing or discarding it takes it away.</summary>
public sealed class LessonDraft
{
    private LessonDraft() { }

    public long Id { get; private set; }
    public string CourseId { get; private set; } = "";
    public string LessonId { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-2, upper case; empty where it serves every country.</summary>
    public string Country { get; private set; } = "";

    /// <summary>Path below the course's folder, where export will write it.</summary>
    public string File { get; private set; } = "";

    /// <summary>A <see cref="DraftText"/> as JSON.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Published version it began from; 0 where there was none.</summary>
    public long BasedOn { get; private set; }

    /// <summary>Staff member who saved it last.</summary>
    public string ChangedBy { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public static LessonDraft Begin(LessonKey key, string file, long basedOn)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new() { CourseId = key.CourseId, LessonId = key.LessonId, Country = key.Country, File = file, BasedOn = basedOn };
    }

    public void Write(DraftText text, string by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(text);
        (Text, ChangedBy, ChangedAt, Version) = (text.ToJson(), by, now, Version + 1);
    }

    /// <summary>Its editor has seen what was published since it began, and goes on with it.</summary>
    public void GoOnFrom(long publishedId) => (BasedOn, Version) = (publishedId, Version + 1);
}

/// <summary>Who changed what: the text of a lesson's file as somebody left it. Saving again within half an hour is the same sitting.</summary>
public sealed class LessonEdit
{
    public static readonly TimeSpan Sitting = TimeSpan.FromMinutes(30);

    private LessonEdit() { }

    public LessonEdit(LessonKey key, string source, string by, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(key);
        (CourseId, LessonId, Country, Source, By, At) = (key.CourseId, key.LessonId, key.Country, source, by, at);
    }

    public long Id { get; private set; }
    public string CourseId { get; private set; } = "";
    public string LessonId { get; private set; } = "";
    public string Country { get; private set; } = "";
    public string Source { get; private set; } = "";
    public string By { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    public void Continue(string source, DateTimeOffset now) => (Source, At) = (source, now);
}

/// <summary>The course's outline as its editors have it: order, titles, new modules and lessons. One for each course.</summary>
public sealed class OutlineDraft
{
    private OutlineDraft() { }

    public OutlineDraft(string courseId, long basedOn) => (CourseId, BasedOn) = (courseId, basedOn);

    public string CourseId { get; private set; } = "";

    /// <summary>As <c>course.yaml</c>; it may name lessons that have no published text yet.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Published outline it began from.</summary>
    public long BasedOn { get; private set; }
    public string ChangedBy { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; private set; }
    public int Version { get; private set; }

    public void Write(string source, string by, DateTimeOffset now) => (Source, ChangedBy, ChangedAt, Version) = (source, by, now, Version + 1);

    /// <summary>Its order is published; lessons without a text wait in it.</summary>
    public void GoOnFrom(long publishedId) => (BasedOn, Version) = (publishedId, Version + 1);
}
