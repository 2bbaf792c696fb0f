using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Playing;
using CoopAssistant.Courses.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Learning;

/// <summary>
/// A lesson is done: keeps when, her answers, and what comes back for review. The last lesson that counts ends the course.
/// Finishing again is harmless: the first time stands.
/// </summary>
public sealed class FinishLesson(CoursesDb db, CourseShelf shelf)
{
    /// <param name="VersionId">Version she took, which may be older than the published one.</param>
    /// <param name="Answers">As the lesson's last screen has them; empty where the lesson keeps none.</param>
    public sealed record Request(Learner Learner, string CourseId, Lesson Lesson, long VersionId, string Country, IReadOnlyList<GivenAnswer> Answers, DateTimeOffset At);

    public async Task Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var enrolment = await db.Enrolments.Of(request.CourseId, request.Learner).SingleOrDefaultAsync(cancel) ?? await Enrol(request, cancel);
        var record = await db.LessonRecords.SingleOrDefaultAsync(r => r.EnrolmentId == enrolment.Id && r.LessonId == request.Lesson.Id, cancel);
        if (record is null) db.LessonRecords.Add(record = LessonRecord.Begin(enrolment, request.Lesson.Id, request.VersionId, request.At));
        if (!record.Finish(request.VersionId, request.Answers.Count, request.At)) return;

        Keep(request, enrolment);
        enrolment.LessonDone(await IsLast(request, enrolment, cancel), request.At);
        await db.SaveAsync(cancel);
    }

    private async Task<Enrolment> Enrol(Request request, CancellationToken cancel)
    {
        var enrolment = Enrolment.Begin(request.CourseId, request.Learner.Participant, request.Learner.ContactId, request.Country, request.At);
        db.Enrolments.Add(enrolment);
        await db.SaveAsync(cancel);
        return enrolment;
    }

    private void Keep(Request request, Enrolment enrolment)
    {
        var missed = new SortedSet<int>();
        for (var turn = 0; turn < request.Answers.Count; turn++)
        {
            var answer = request.Answers[turn];
            var isRight = request.Lesson.Questions[answer.Question].RightChoice == answer.Choice;
            if (!isRight) missed.Add(answer.Question);
            db.LessonAnswers.Add(new LessonAnswer(enrolment.Id, request.VersionId, answer.Question, answer.Choice, isRight, turn));
        }
        foreach (var question in missed) db.Reviews.Add(Review.Of(enrolment.Id, request.VersionId, question, request.At));
    }

    private async Task<bool> IsLast(Request request, Enrolment enrolment, CancellationToken cancel)
    {
        var counting = shelf.Find(request.CourseId)?.LessonsThatCount(request.Country) ?? [];
        if (enrolment.LessonsDone + 1 < counting.Count) return false;
        var done = await db.LessonRecords.Where(r => r.EnrolmentId == enrolment.Id && r.FinishedAt != null).Select(r => r.LessonId).ToListAsync(cancel);
        return counting.Count > 0 && counting.All(id => id == request.Lesson.Id || done.Contains(id));
    }
}
