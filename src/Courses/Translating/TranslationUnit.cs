using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Packs;

namespace CoopAssistant.Courses.Translating;

/// <summary>One text to be translated.</summary>
/// <param name="Context">Where it stands, the same as long as the lesson keeps its form: <c>1.4.pa/m2</c>, <c>1.1/q1/a2</c>, <c>course/title</c>.</param>
/// <param name="LessonId">Null for what belongs to the course's outline.</param>
/// <param name="Limit">Most characters of the translation.</param>
public sealed record TranslationUnit(string Context, string? LessonId, string Text, int Limit, bool IsMessage = false)
{
    /// <summary>Everything of a course that a woman reads, in the order of the course.</summary>
    public static IEnumerable<TranslationUnit> Of(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        return OfOutline(course).Concat(course.Modules.SelectMany(module => module.Lessons).SelectMany(slot => slot.Variants).SelectMany(Of));
    }

    public static IEnumerable<TranslationUnit> OfOutline(Course course)
    {
        ArgumentNullException.ThrowIfNull(course);
        yield return new("course/title", null, course.Title, LessonLimits.TitleCharacters);
        yield return new("course/description", null, course.Description, LessonLimits.DescriptionCharacters);
        foreach (var module in course.Modules)
        {
            yield return new($"{module.Id}/title", null, module.Title, LessonLimits.TitleCharacters);
            yield return new($"{module.Id}/description", null, module.Description, LessonLimits.DescriptionCharacters);
        }
    }

    public static IEnumerable<TranslationUnit> Of(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        var place = PlaceOf(lesson);
        yield return new($"{place}/title", lesson.Id, lesson.Title, LessonLimits.TitleCharacters);
        for (var m = 0; m < lesson.Messages.Count; m++) yield return new($"{place}/m{m + 1}", lesson.Id, lesson.Messages[m].Text, LessonLimits.MessageCharacters, IsMessage: true);
        for (var q = 0; q < lesson.Questions.Count; q++)
        {
            yield return new($"{place}/q{q + 1}", lesson.Id, lesson.Questions[q].Text, LessonLimits.QuestionCharacters);
            for (var c = 0; c < lesson.Questions[q].Choices.Count; c++)
            {
                yield return new($"{place}/q{q + 1}/a{c + 1}", lesson.Id, lesson.Questions[q].Choices[c].Label, LessonLimits.ChoiceCharacters);
                yield return new($"{place}/q{q + 1}/f{c + 1}", lesson.Id, lesson.Questions[q].Choices[c].Feedback, LessonLimits.FeedbackCharacters);
            }
        }
    }

    public static string PlaceOf(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return lesson.Country is null ? lesson.Id : $"{lesson.Id}.{lesson.Country.ToLowerInvariant()}";
    }
}
