namespace CoopAssistant.Courses.Statistics;

/// <summary>Where in a lesson a woman was when she stopped coming. Only for lessons with a score; one for each enrolment and lesson.</summary>
public sealed class LessonStop
{
    private LessonStop() { }

    public LessonStop(long enrolmentId, string lessonId) => (EnrolmentId, LessonId) = (enrolmentId, lessonId);

    public long EnrolmentId { get; private set; }
    public string LessonId { get; private set; } = "";

    /// <summary>Version of the lesson she is in.</summary>
    public long VersionId { get; private set; }

    /// <summary>From 0: the messages of that version, then its questions (see <see cref="Playing.LessonPlayer.StepOf"/>).</summary>
    public int Step { get; private set; }

    public void IsAt(long versionId, int step) => (VersionId, Step) = (versionId, step);
}

/// <summary>How many women stopped at a step of a version, by country and region.</summary>
public sealed class StopTotal
{
    private StopTotal() { }

    public StopTotal(long versionId, int step, string country, string region, int stopped) =>
        (VersionId, Step, Country, Region, Stopped) = (versionId, step, country, region, stopped);

    public long VersionId { get; private set; }

    /// <summary>As in <see cref="LessonStop.Step"/>.</summary>
    public int Step { get; private set; }
    public string Country { get; private set; } = "";
    public string Region { get; private set; } = "";
    public int Stopped { get; private set; }

    /// <summary>False where nothing changed.</summary>
    public bool Becomes(StopTotal now)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (Stopped == now.Stopped) return false;
        Stopped = now.Stopped;
        return true;
    }
}
