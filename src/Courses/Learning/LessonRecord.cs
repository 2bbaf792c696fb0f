namespace CoopAssistant.Courses.Learning;

/// <summary>A lesson that one woman began, and when she finished it. One for each enrolment and lesson; taking it again leaves the first.</summary>
public sealed class LessonRecord
{
    private LessonRecord() { }

    public long EnrolmentId { get; private set; }
    public string LessonId { get; private set; } = "";

    /// <summary>Course and country again, so that staff's numbers need no join.</summary>
    public string CourseId { get; private set; } = "";
    public string Country { get; private set; } = "";

    /// <summary>Version of the lesson she took (see <see cref="Publishing.LessonVersion"/>).</summary>
    public long VersionId { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Answers she gave until all were right; 0 where the lesson keeps none.</summary>
    public int Tries { get; private set; }

    /// <summary>She took it on two contacts: the first beginning and the first end stand.</summary>
    internal void TakesEarlier(LessonRecord other)
    {
        if (other.StartedAt < StartedAt) StartedAt = other.StartedAt;
        if (other.FinishedAt is null || other.FinishedAt >= FinishedAt) return;
        (VersionId, Tries, FinishedAt) = (other.VersionId, other.Tries, other.FinishedAt);
    }

    /// <summary>The same under another enrolment of the same course.</summary>
    internal LessonRecord MovedTo(Enrolment enrolment) => new()
    {
        EnrolmentId = enrolment.Id,
        LessonId = LessonId,
        CourseId = CourseId,
        Country = Country,
        VersionId = VersionId,
        StartedAt = StartedAt,
        FinishedAt = FinishedAt,
        Tries = Tries,
    };
}

/// <summary>One answer of a finished lesson, kept to see which questions are hard. Not kept for lessons without score.</summary>
public sealed class LessonAnswer
{
    private LessonAnswer() { }

    public long Id { get; private set; }
    public long EnrolmentId { get; private set; }
    public long VersionId { get; private set; }

    /// <summary>Which question of the version, from 0.</summary>
    public int Question { get; private set; }

    /// <summary>Which choice, from 0.</summary>
    public int Choice { get; private set; }
    public bool IsRight { get; private set; }

    /// <summary>Which of her answers in this lesson it was, from 0.</summary>
    public int Turn { get; private set; }
}
