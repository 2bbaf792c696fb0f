using System.Globalization;
using CoopAssistant.Courses.Playing;

namespace CoopAssistant.Bot.Dialogs;

/// <summary>Where she is in the lesson she last opened; kept in the state while she is elsewhere, and taken over from her other phone.</summary>
/// <param name="Owner">First signs of the participant's id; empty where nobody was registered.</param>
/// <param name="VersionId">Version of the lesson she began: she finishes that one.</param>
/// <param name="At">When she was last in it.</param>
internal sealed record LearnPlace(string CourseId, string LessonId, long VersionId, string Owner, DateTimeOffset At, LessonPosition Position)
{
    private const char Split = '~';
    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Short, because every turn of a lesson stores it.</summary>
    public override string ToString() => string.Join(
        Split, CourseId, LessonId, VersionId.ToString(CultureInfo.InvariantCulture), Owner,
        ((long)(At - Begin).TotalMinutes).ToString(CultureInfo.InvariantCulture), Position);

    /// <summary>Null for anything that is no place.</summary>
    public static LearnPlace? Parse(string? written) =>
        written?.Split(Split) is [var course, var lesson, var version, var owner, var minutes, var position]
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var versionId)
        && long.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var since) && since < int.MaxValue
        && LessonPosition.Parse(position) is { } read
            ? new LearnPlace(course, lesson, versionId, owner, Begin.AddMinutes(since), read)
            : null;
}
