using System.Runtime.CompilerServices;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using CoopAssistant.Programme;

namespace CoopAssistant.Courses.Learning;

/// <summary>
/// What is stored when a lesson begins and when it is done, as statements of her turn: every lesson writes them, and while entities are saved for it all
/// the turns that are committed with it wait. Each statement asks anew whether she had finished the lesson, so that doing it again is harmless: the first time stands.
/// </summary>
public sealed class LessonRows(CourseShelf shelf)
{
    /// <summary>Rows that one statement writes at most: each number of them is a text of its own, and every text stays prepared.</summary>
    private const int AtOnce = 8;

    public sealed record Beginning(Learner Learner, string CourseId, string LessonId, long VersionId, string Country, DateTimeOffset At);

    /// <param name="VersionId">Version she took, which may be older than the published one.</param>
    /// <param name="Answers">As the lesson's last screen has them; empty where the lesson keeps none.</param>
    public sealed record Ending(Learner Learner, string CourseId, Lesson Lesson, long VersionId, string Country, IReadOnlyList<GivenAnswer> Answers, DateTimeOffset At);

    /// <summary>She begins a lesson, so that staff see where women stop.</summary>
    public IReadOnlyList<PlainStatement> Of(Beginning begun)
    {
        ArgumentNullException.ThrowIfNull(begun);
        var (her, at) = (Her.Of(begun.Learner, begun.CourseId), begun.At.UtcDateTime);
        return
        [
            Enrol(her, begun.Country, at),
            her.States($"""
                INSERT INTO lesson_records (enrolment_id, lesson_id, course_id, country, version_id, started_at, tries)
                SELECT id, {begun.LessonId}, course_id, country, {begun.VersionId}, {at}, 0 FROM enrolments WHERE course_id = {her.Course} AND participant_id = {her.Key} ON CONFLICT DO NOTHING
                """),
        ];
    }

    /// <summary>She is done with a lesson: keeps when, her answers, and what comes back for review. The last lesson that counts ends the course.</summary>
    public IReadOnlyList<PlainStatement> Of(Ending done)
    {
        ArgumentNullException.ThrowIfNull(done);
        var (her, at) = (Her.Of(done.Learner, done.CourseId), done.At.UtcDateTime);
        var missed = done.Answers.Where(answer => !IsRight(done.Lesson, answer)).Select(answer => answer.Question).Distinct().Order();
        return
        [
            Enrol(her, done.Country, at), // who began on her contact may have registered since
            Take(her, done, at),
            .. done.Answers.Index().Chunk(AtOnce).Select(answers => Keep(her, done, answers)),
            .. missed.Chunk(AtOnce).Select(questions => BringBack(her, done, questions)),
            her.States($"""
                UPDATE enrolments SET lessons_done = lessons_done + 1, last_at = {at}, version = version + 1 WHERE course_id = {her.Course} AND participant_id = {her.Key}
                AND EXISTS (SELECT 1 FROM lesson_records r WHERE r.enrolment_id = enrolments.id AND r.lesson_id = {done.Lesson.Id} AND r.finished_at IS NULL)
                """),
            her.States($"""
                UPDATE lesson_records SET finished_at = {at} WHERE enrolment_id = (SELECT id FROM enrolments WHERE course_id = {her.Course} AND participant_id = {her.Key})
                AND lesson_id = {done.Lesson.Id} AND finished_at IS NULL
                """),
            .. shelf.Find(done.CourseId)?.LessonsThatCount(done.Country) is { Count: > 0 } counting ? End(her, counting, at) : [],
        ];
    }

    private static PlainStatement Enrol(Her her, string country, DateTime at) => her.States($"""
        INSERT INTO enrolments (course_id, participant_id, country, started_at, last_at, lessons_done, version)
        SELECT {her.Course}, {her.Key}, {country}, {at}, {at}, 0, 0 WHERE NOT EXISTS (SELECT 1 FROM enrolments WHERE course_id = {her.Course} AND participant_id = {her.Key}) ON CONFLICT DO NOTHING
        """);

    /// <summary>From here on PostgreSQL keeps the record from other phones on which she may end the same lesson at this moment.</summary>
    private static PlainStatement Take(Her her, Ending done, DateTime at) => her.States($"""
        INSERT INTO lesson_records (enrolment_id, lesson_id, course_id, country, version_id, started_at, tries)
        SELECT id, {done.Lesson.Id}, course_id, country, {done.VersionId}, {at}, {done.Answers.Count} FROM enrolments WHERE course_id = {her.Course} AND participant_id = {her.Key}
        ON CONFLICT (enrolment_id, lesson_id) DO UPDATE SET version_id = excluded.version_id, tries = excluded.tries WHERE lesson_records.finished_at IS NULL
        """);

    private static PlainStatement Keep(Her her, Ending done, IReadOnlyList<(int Turn, GivenAnswer Answer)> answers) => WhileOpen(
        her, done, "INSERT INTO lesson_answers (enrolment_id, turn, version_id, question, choice, is_right)",
        answers.Select(answer => new object[] { answer.Turn, done.VersionId, answer.Answer.Question, answer.Answer.Choice, IsRight(done.Lesson, answer.Answer) }));

    private static PlainStatement BringBack(Her her, Ending done, IReadOnlyList<int> questions) => WhileOpen(
        her, done, "INSERT INTO reviews (enrolment_id, version_id, question, due_at, stage)",
        questions.Select(question => new object[] { done.VersionId, question, Review.FirstDue(done.At).UtcDateTime, 0 }));

    /// <param name="into">Table and columns, the enrolment's id first.</param>
    private static PlainStatement WhileOpen(Her her, Ending done, string into, IEnumerable<object[]> rows)
    {
        List<object> values = [her.Course, her.Key, done.Lesson.Id];
        List<string> tuples = [];
        foreach (var row in rows)
        {
            tuples.Add($"({string.Join(", ", row.Select((_, at) => $"{{{values.Count + at}}}"))})");
            values.AddRange(row);
        }
        return her.States(FormattableStringFactory.Create($$"""
            {{into}} SELECT e.id, n.* FROM enrolments e JOIN lesson_records r ON r.enrolment_id = e.id CROSS JOIN (VALUES {{string.Join(", ", tuples)}}) AS n
            WHERE e.course_id = {0} AND e.participant_id = {1} AND r.lesson_id = {2} AND r.finished_at IS NULL ON CONFLICT DO NOTHING
            """, [.. values]));
    }

    /// <summary>Ended once, a course stays so, also when lessons are added later.</summary>
    private static PlainStatement[] End(Her her, IReadOnlyList<string> counting, DateTime at)
    {
        object[] values = [at, her.Course, her.Key, counting.Count, .. counting];
        var lessons = string.Join(", ", counting.Select((_, nth) => $"{{{4 + nth}}}"));
        return
        [
            her.States(FormattableStringFactory.Create($$"""
                UPDATE enrolments SET finished_at = {0}, version = version + 1 WHERE course_id = {1} AND participant_id = {2} AND finished_at IS NULL AND lessons_done >= {3}
                AND {3} = (SELECT count(*) FROM lesson_records r WHERE r.enrolment_id = enrolments.id AND r.finished_at IS NOT NULL AND r.lesson_id IN ({{lessons}}))
                """, values)),
        ];
    }

    private static bool IsRight(Lesson lesson, GivenAnswer answer) => lesson.Questions[answer.Question].RightChoice == answer.Choice;

    /// <summary>Whose enrolment: the participant's, else the contact's.</summary>
    private sealed record Her(string Course, object Key, string Column)
    {
        public static Her Of(Learner learner, string course) =>
            learner.Participant is { Value: var participant } ? new(course, participant, "participant_id") : new(course, learner.ContactId, "contact_id");

        /// <param name="ofParticipant">As for a participant; for a contact it is hers.</param>
        public PlainStatement States(FormattableString ofParticipant)
        {
            var plain = PlainStatement.Of(ofParticipant);
            return plain with { Text = plain.Text.Replace("participant_id", Column, StringComparison.Ordinal) };
        }
    }
}
