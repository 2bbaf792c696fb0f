namespace CoopAssistant.Programme.Meetings;

/// <summary>What a woman was taught at meetings that were held and where she was.</summary>
/// <param name="PriorCourseMinutes">Those of the cooperative course that the law asks of founders; part of <paramref name="Minutes"/>.</param>
public sealed record Training(int Minutes, int PriorCourseMinutes)
{
    public static Training None { get; } = new(0, 0);

    public static Training Of(IEnumerable<AttendedMeeting> attended)
    {
        ArgumentNullException.ThrowIfNull(attended);
        return attended.Aggregate(None, (sum, meeting) => new(sum.Minutes + meeting.CourseMinutes, sum.PriorCourseMinutes + (meeting.IsPriorCourse ? meeting.CourseMinutes : 0)));
    }
}

/// <summary>A meeting that was held and she came to.</summary>
public sealed record AttendedMeeting(ParticipantId Participant, int CourseMinutes, bool IsPriorCourse);

/// <summary>Sessions of training of a group: {n} of {m}.</summary>
/// <param name="Attended">Held, and she was there; for the group as a whole, held.</param>
/// <param name="All">Held and planned; cancelled ones do not count.</param>
public sealed record Sessions(int Attended, int All)
{
    public static Sessions None { get; } = new(0, 0);
}

/// <summary>Training of a group: what was given, and what each of its members has, wherever she got it.</summary>
/// <param name="Given">At its own meetings that were held.</param>
public sealed record GroupTraining(Sessions Sessions, Training Given, IReadOnlyDictionary<ParticipantId, Training> Members)
{
    /// <summary>Members whose prior course reaches so many hours: what a legal checklist asks.</summary>
    public int MembersWithPriorCourse(int hours) => Members.Values.Count(member => member.PriorCourseMinutes >= hours * 60);
}
