using CoopAssistant.Courses.Publishing;
using Microsoft.EntityFrameworkCore;

namespace CoopAssistant.Courses.Statistics;

/// <param name="Given">Answers to the question.</param>
/// <param name="Choices">In the order of the lesson.</param>
public sealed record QuestionNumbers(string LessonId, string LessonTitle, string Question, int Given, IReadOnlyList<ChoiceNumbers> Choices)
{
    public int RightPercent => Given == 0 ? 0 : (int)Math.Round(100.0 * Choices.Where(choice => choice.IsRight).Sum(choice => choice.Given) / Given);

    /// <summary>The wrong choice that is taken most; null where none was.</summary>
    public ChoiceNumbers? WorstChoice => Choices.Where(choice => !choice.IsRight && choice.Given > 0).MaxBy(choice => choice.Given);
}

public sealed record ChoiceNumbers(string Label, bool IsRight, int Given);

/// <summary>How women answered each question. Versions of a lesson in which a question reads the same are counted together.</summary>
public sealed class ReadQuestionNumbers(CoursesDb db, CourseShelf shelf, CountGroup members)
{
    /// <returns>Hardest first.</returns>
    public async Task<IReadOnlyList<QuestionNumbers>> Handle(ReadLearningNumbers.Request request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var totals = request.Group is { } group ? await members.Answers(request.CourseId, group, request.Territory, cancel) : await Totals(request, cancel);
        var answers = new List<(string LessonId, string Title, string Question, int At, string Label, bool IsRight, int Choice, int Given)>();
        foreach (var total in totals)
            if (await shelf.Version(total.VersionId, cancel) is { } lesson && total.Question < lesson.Questions.Count && total.Choice < lesson.Questions[total.Question].Choices.Count)
            {
                var question = lesson.Questions[total.Question];
                var choice = question.Choices[total.Choice];
                answers.Add((lesson.Id, lesson.Title, question.Text, total.Question, choice.Label, choice.IsRight, total.Choice, total.Given));
            }
        return
        [
            .. answers.GroupBy(answer => (answer.LessonId, answer.Question)).Select(question => new QuestionNumbers(
                    question.Key.LessonId, question.First().Title, question.Key.Question, question.Sum(answer => answer.Given),
                    [.. question.GroupBy(answer => (answer.Label, answer.IsRight)).OrderBy(choice => choice.Min(answer => answer.Choice))
                        .Select(choice => new ChoiceNumbers(choice.Key.Label, choice.Key.IsRight, choice.Sum(answer => answer.Given)))]))
                .OrderBy(question => question.RightPercent).ThenByDescending(question => question.Given).ThenBy(question => question.LessonId, StringComparer.Ordinal),
        ];
    }

    private async Task<List<AnswerCount>> Totals(ReadLearningNumbers.Request request, CancellationToken cancel)
    {
        var versions = db.LessonVersions.Where(v => v.CourseId == request.CourseId).Select(v => v.Id);
        return await db.AnswerTotals.AsNoTracking().Where(t => versions.Contains(t.VersionId)).Within(request)
            .GroupBy(t => new { t.VersionId, t.Question, t.Choice }).Select(g => new AnswerCount(g.Key.VersionId, g.Key.Question, g.Key.Choice, g.Sum(t => t.Given))).ToListAsync(cancel);
    }
}
