using CoopAssistant.Courses.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Statistics;

/// <summary>A message or question of a lesson at which women stopped.</summary>
/// <param name="Number">From 1, among the messages or the questions.</param>
public sealed record StopNumbers(string LessonId, string LessonTitle, bool IsQuestion, int Number, string Text, int Stopped);

public sealed record StopCount(long VersionId, int Step, int Stopped);

/// <summary>At which message or question women stop. Versions of a lesson in which it reads the same are counted together.</summary>
public sealed class ReadStopNumbers(CoursesDb db, CourseShelf shelf, CountGroup members)
{
    /// <returns>Where most stop first.</returns>
    public async Task<IReadOnlyList<StopNumbers>> Handle(ReadLearningNumbers.Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var totals = request.Group is { } group ? await members.Stops(request.CourseId, group, request.Territory, cancel) : await Totals(request, cancel);
        var stops = new List<StopNumbers>();
        foreach (var total in totals.OrderBy(total => total.VersionId))
            if (await shelf.Version(total.VersionId, cancel) is { } lesson && total.Step < lesson.Messages.Count + lesson.Questions.Count)
            {
                var question = total.Step - lesson.Messages.Count;
                stops.Add(question < 0
                    ? new(lesson.Id, lesson.Title, false, total.Step + 1, lesson.Messages[total.Step].Text, total.Stopped)
                    : new(lesson.Id, lesson.Title, true, question + 1, lesson.Questions[question].Text, total.Stopped));
            }
        return
        [
            .. stops.GroupBy(stop => (stop.LessonId, stop.IsQuestion, stop.Text)).Select(same => same.Last() with { Stopped = same.Sum(stop => stop.Stopped) })
                .OrderByDescending(stop => stop.Stopped).ThenBy(stop => stop.LessonId, StringComparer.Ordinal).ThenBy(stop => stop.IsQuestion).ThenBy(stop => stop.Number),
        ];
    }

    private async Task<List<StopCount>> Totals(ReadLearningNumbers.Request request, CancellationToken cancel)
    {
        var versions = db.LessonVersions.Where(v => v.CourseId == request.CourseId).Select(v => v.Id);
        return await db.StopTotals.AsNoTracking().Where(t => versions.Contains(t.VersionId)).Within(request)
            .GroupBy(t => new { t.VersionId, t.Step }).Select(g => new StopCount(g.Key.VersionId, g.Key.Step, g.Sum(t => t.Stopped))).ToListAsync(cancel);
    }
}
