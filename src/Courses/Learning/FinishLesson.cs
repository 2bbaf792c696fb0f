using System.Runtime.CompilerServices;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Learning;

/// <summary>
/// A lesson is done: keeps when, her answers, and what comes back for review. The last lesson that counts ends the course.
/// Finishing again is harmless: the first time stands. Runs inside the turn for every lesson, so it is a few statements and no entities but at the end of a course.
/// </summary>
public sealed class FinishLesson(CoursesDb db, StartLesson start, CourseShelf shelf)
{
    /// <param name="VersionId">Version she took, which may be older than the published one.</param>
    /// <param name="Answers">As the lesson's last screen has them; empty where the lesson keeps none.</param>
    public sealed record Request(Learner Learner, string CourseId, Lesson Lesson, long VersionId, string Country, IReadOnlyList<GivenAnswer> Answers, DateTimeOffset At);

    public async Task Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var her = new Her(request.CourseId, request.Learner.Participant?.Value, request.Learner.Participant is null ? request.Learner.ContactId : null);
        if (!await Close(request, her, cancel))
        {
            await start.Handle(new(request.Learner, request.CourseId, request.Lesson.Id, request.VersionId, request.Country, request.At), cancel);
            if (!await Close(request, her, cancel)) return; // she had finished it before
        }
        await Keep(request, her, cancel);
        await Count(request, her, cancel);
    }

    /// <summary>False where there is nothing open to close: never begun, or finished before.</summary>
    private async Task<bool> Close(Request request, Her her, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"""
            UPDATE lesson_records SET version_id = {request.VersionId}, tries = {request.Answers.Count}, finished_at = {request.At.UtcDateTime}
            WHERE lesson_id = {request.Lesson.Id} AND finished_at IS NULL AND enrolment_id =
                (SELECT id FROM enrolments WHERE course_id = {her.Course} AND (participant_id = {her.Participant} OR contact_id = {her.Contact}))
            """, cancel) > 0;

    private async Task Keep(Request request, Her her, CancellationToken cancel)
    {
        if (request.Answers.Count == 0) return;
        var missed = new SortedSet<int>();
        var rows = new List<object?[]>(request.Answers.Count);
        for (var turn = 0; turn < request.Answers.Count; turn++)
        {
            var answer = request.Answers[turn];
            var isRight = request.Lesson.Questions[answer.Question].RightChoice == answer.Choice;
            if (!isRight) missed.Add(answer.Question);
            rows.Add([request.VersionId, answer.Question, answer.Choice, isRight, turn]);
        }
        await Insert("lesson_answers (enrolment_id, version_id, question, choice, is_right, turn)", her, rows, cancel);
        if (missed.Count == 0) return;
        var due = Review.FirstDue(request.At).UtcDateTime;
        await Insert("reviews (enrolment_id, version_id, question, due_at, stage)", her, [.. missed.Select(question => new object?[] { request.VersionId, question, due, 0 })], cancel);
    }

    /// <param name="into">Table and columns, the enrolment's id first.</param>
    private Task<int> Insert(string into, Her her, List<object?[]> rows, CancellationToken cancel)
    {
        List<object?> values = [her.Course, her.Participant, her.Contact];
        var tuples = rows.Select(row =>
        {
            var places = row.Select((_, at) => $"{{{values.Count + at}}}").ToList();
            values.AddRange(row);
            return $"((SELECT id FROM enrolments WHERE course_id = {{0}} AND (participant_id = {{1}} OR contact_id = {{2}})), {string.Join(", ", places)})";
        });
        return db.Database.ExecuteSqlAsync(FormattableStringFactory.Create($"INSERT INTO {into} VALUES {string.Join(", ", tuples)}", [.. values]), cancel);
    }

    private async Task Count(Request request, Her her, CancellationToken cancel)
    {
        var counting = shelf.Find(request.CourseId)?.LessonsThatCount(request.Country) ?? [];
        var isCounted = await db.Database.ExecuteSqlAsync($"""
            UPDATE enrolments SET lessons_done = lessons_done + 1, last_at = {request.At.UtcDateTime}, version = version + 1
            WHERE course_id = {her.Course} AND (participant_id = {her.Participant} OR contact_id = {her.Contact}) AND lessons_done + 1 < {counting.Count}
            """, cancel) > 0;
        if (isCounted) return;

        var enrolment = await db.Enrolments.Of(request.CourseId, request.Learner).SingleAsync(cancel);
        var done = await db.LessonRecords.Where(r => r.EnrolmentId == enrolment.Id && r.FinishedAt != null).Select(r => r.LessonId).ToListAsync(cancel);
        enrolment.LessonDone(isLast: counting.Count > 0 && counting.All(done.Contains), request.At);
        await db.SaveAsync(cancel);
    }

    /// <summary>Whose enrolment: the participant's, else the contact's; the other is null.</summary>
    private sealed record Her(string Course, Guid? Participant, long? Contact);
}
