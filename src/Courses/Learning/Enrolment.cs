using CoopAssistant.Programme;

namespace CoopAssistant.Courses.Learning;

/// <summary>
/// A woman takes a course. One for each participant and course; who has not registered learns under her contact, until
/// <see cref="AdoptProgress"/> makes it hers.
/// </summary>
public sealed class Enrolment
{
    private Enrolment() { }

    public long Id { get; private set; }
    public string CourseId { get; private set; } = "";

    /// <summary>Null while nobody registered on the contact.</summary>
    public ParticipantId? ParticipantId { get; private set; }

    /// <summary>The contact that learns without being registered; null once a participant owns the progress.</summary>
    public long? ContactId { get; private set; }

    /// <summary>ISO 3166-1 alpha-2 of the variants she takes, upper case.</summary>
    public string Country { get; private set; } = "";

    /// <summary>Code of the first-level place of her registration, for staff's numbers; empty until they are counted (see <see cref="Statistics.CountLearning"/>), and where it is not known.</summary>
    public string Region { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When she last began or finished a lesson.</summary>
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>When the last lesson that counts was done; null before.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }
    public int LessonsDone { get; private set; }
    public int Version { get; private set; }

    public static Enrolment Begin(string courseId, ParticipantId? participant, long contactId, string country, DateTimeOffset now) => new()
    {
        CourseId = courseId,
        ParticipantId = participant,
        ContactId = participant is null ? contactId : null,
        Country = country,
        StartedAt = now,
        LastAt = now,
    };

    /// <summary>One more lesson is done; the last one ends the course. Ended once, it stays so, also when lessons are added later.</summary>
    public void LessonDone(bool isLast, DateTimeOffset now)
    {
        LessonsDone++;
        LastAt = now;
        if (isLast) FinishedAt ??= now;
        Version++;
    }

    /// <summary>She registered: what was learnt on the contact is hers.</summary>
    public void BelongsTo(ParticipantId participant)
    {
        ParticipantId = participant;
        ContactId = null;
        Version++;
    }

    /// <summary>What she did elsewhere came over to this enrolment.</summary>
    /// <param name="lessonsDone">Of both together.</param>
    /// <param name="end">When both together ended the course; null where they did not.</param>
    public void TakesOver(Enrolment other, int lessonsDone, DateTimeOffset? end)
    {
        ArgumentNullException.ThrowIfNull(other);
        LessonsDone = lessonsDone;
        if (other.StartedAt < StartedAt) StartedAt = other.StartedAt;
        if (other.LastAt > LastAt) LastAt = other.LastAt;
        FinishedAt ??= other.FinishedAt ?? end;
        Version++;
    }
}
