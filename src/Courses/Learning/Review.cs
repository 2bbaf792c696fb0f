namespace CoopAssistant.Courses.Learning;

/// <summary>A question she missed comes back: after three days, a week, three weeks. Right at the last: it is learnt.</summary>
public sealed class Review
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromDays(3), TimeSpan.FromDays(7), TimeSpan.FromDays(21)];

    private Review() { }

    public long EnrolmentId { get; private set; }

    /// <summary>Version of the lesson the question stands in; later versions may ask something else.</summary>
    public long VersionId { get; private set; }

    /// <summary>Which question of the version, from 0.</summary>
    public int Question { get; private set; }
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>Times it was answered right since it was missed.</summary>
    public int Stage { get; private set; }

    /// <summary>When a question missed now comes back.</summary>
    public static DateTimeOffset FirstDue(DateTimeOffset now) => now + Pauses[0];

    /// <summary>True where it comes back once more; false where it is learnt and can go.</summary>
    public bool Answered(bool atOnce, DateTimeOffset now)
    {
        Stage = atOnce ? Stage + 1 : 0;
        if (Stage >= Pauses.Length) return false;
        DueAt = now + Pauses[Stage];
        return true;
    }

    internal Review MovedTo(Enrolment enrolment) =>
        new() { EnrolmentId = enrolment.Id, VersionId = VersionId, Question = Question, DueAt = DueAt, Stage = Stage };
}
