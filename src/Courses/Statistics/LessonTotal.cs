namespace CoopAssistant.Courses.Statistics;

/// <summary>How many women began, finished and left a lesson, by country and region. With an empty lesson: the whole course.</summary>
public sealed class LessonTotal
{
    private LessonTotal() { }

    public LessonTotal(string courseId, string lessonId, string country, string region, int started, int finished, int stopped) =>
        (CourseId, LessonId, Country, Region, Started, Finished, Stopped) = (courseId, lessonId, country, region, started, finished, stopped);

    public string CourseId { get; private set; } = "";
    public string LessonId { get; private set; } = "";
    public string Country { get; private set; } = "";

    /// <summary>Code of the first-level place of her registration; empty where it is not known.</summary>
    public string Region { get; private set; } = "";
    public int Started { get; private set; }
    public int Finished { get; private set; }

    /// <summary>Began it, did not finish it, and has not learnt for two weeks.</summary>
    public int Stopped { get; private set; }

    /// <summary>False where nothing changed.</summary>
    public bool Becomes(LessonTotal now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if ((Started, Finished, Stopped) == (now.Started, now.Finished, now.Stopped)) return false;
        (Started, Finished, Stopped) = (now.Started, now.Finished, now.Stopped);
        return true;
    }
}

/// <summary>How often a choice was taken, by country and region.</summary>
public sealed class AnswerTotal
{
    private AnswerTotal() { }

    public AnswerTotal(long versionId, int question, int choice, string country, string region, int given) =>
        (VersionId, Question, Choice, Country, Region, Given) = (versionId, question, choice, country, region, given);

    /// <summary>Version of the lesson the question stands in.</summary>
    public long VersionId { get; private set; }

    /// <summary>From 0.</summary>
    public int Question { get; private set; }

    /// <summary>From 0.</summary>
    public int Choice { get; private set; }
    public string Country { get; private set; } = "";
    public string Region { get; private set; } = "";
    public int Given { get; private set; }

    public bool Becomes(AnswerTotal now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (Given == now.Given) return false;
        Given = now.Given;
        return true;
    }
}

/// <summary>When the totals were counted last, and how long that took. One row.</summary>
public sealed class TotalsStamp
{
    public int Id { get; private set; } = 1;
    public DateTimeOffset At { get; private set; }
    public int Milliseconds { get; private set; }

    public void Counted(DateTimeOffset at, TimeSpan took) => (At, Milliseconds) = (at, (int)took.TotalMilliseconds);
}
