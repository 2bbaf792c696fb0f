using CoopAssistant.Courses.Playing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Learning;

/// <summary>She answered what had come back, or wants no more of it. What is answered right at once comes later each time, and then no more.</summary>
public sealed class FinishReview(CoursesDb db)
{
    /// <param name="Answers">Those of the review; null: she refused it, and nothing of it comes back.</param>
    /// <param name="RightChoices">Right choice of each question of the version.</param>
    public sealed record Request(Learner Learner, string CourseId, long VersionId, IReadOnlyList<int> Questions, IReadOnlyList<GivenAnswer>? Answers, IReadOnlyList<int> RightChoices, DateTimeOffset At);

    public async Task Handle(Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var enrolments = db.Enrolments.Of(request.CourseId, request.Learner).Select(e => e.Id);
        var due = await db.Reviews.Where(r => enrolments.Contains(r.EnrolmentId) && r.VersionId == request.VersionId).ToListAsync(cancel);
        foreach (var review in due.Where(review => request.Questions.Contains(review.Question)))
            if (request.Answers is null || !review.Answered(WasRightAtOnce(request, review.Question), request.At))
                db.Reviews.Remove(review);
        await db.SaveAsync(cancel);
    }

    private static bool WasRightAtOnce(Request request, int question) =>
        request.Answers!.FirstOrDefault(answer => answer.Question == question)?.Choice == request.RightChoices[question];
}
