using CoopAssistant.Courses.Lessons;

namespace CoopAssistant.Courses.Playing;

/// <summary>
/// Leads through a lesson: one message at a time, then the questions. A wrong answer is explained and its question comes
/// back after the others, as often as she needs. Pure: the same lesson, position and step give the same move.
/// </summary>
public static class LessonPlayer
{
    /// <summary>What is before her, to show it (again). A position that the lesson does not have begins it anew.</summary>
    public static LessonMove Show(Lesson lesson, LessonPosition position)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(position);
        return At(lesson, Fits(lesson, position) ? position : LessonPosition.Start);
    }

    /// <summary>The next message, or the questions after the last one. Before a question nothing moves: she answers it.</summary>
    public static LessonMove Next(Lesson lesson, LessonPosition position)
    {
        var here = Show(lesson, position);
        return here.Screen switch
        {
            LessonScreen.Reading { IsLast: false } reading => At(lesson, LessonPosition.AtMessage(reading.Number)),
            LessonScreen.Reading => At(lesson, LessonPosition.AtQuestions(Enumerable.Range(0, lesson.Questions.Count))),
            _ => here,
        };
    }

    /// <summary>She chose; from 0. Where no question is before her, or it has no such choice, nothing moves.</summary>
    public static LessonMove Answer(Lesson lesson, LessonPosition position, int choice)
    {
        var here = Show(lesson, position);
        if (here.Screen is not LessonScreen.Asking asking || choice < 0 || choice >= asking.Question.Choices.Count) return here;
        var given = asking.Question.Choices[choice];
        var after = here.Position.After(new GivenAnswer(asking.Index, choice), isKept: lesson.IsScored, comesBack: lesson.IsScored && !given.IsRight);
        return At(lesson, after) with { Given = given };
    }

    /// <summary>How far on her way through the lesson a position is, from 0: its messages, then its questions; null at the end, and for a position that the lesson does not have.</summary>
    public static int? StepOf(Lesson lesson, LessonPosition position)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        ArgumentNullException.ThrowIfNull(position);
        if (position.IsFinished || !Fits(lesson, position)) return null;
        return position.IsReading ? position.Message : lesson.Messages.Count + position.Pending[0];
    }

    private static LessonMove At(Lesson lesson, LessonPosition position) => new(position, position switch
    {
        { IsReading: true } => new LessonScreen.Reading(lesson.Messages[position.Message], position.Message + 1, lesson.Messages.Count),
        { IsFinished: true } => new LessonScreen.Finished(position.Answers),
        _ => Asking(lesson, position),
    });

    private static LessonScreen.Asking Asking(Lesson lesson, LessonPosition position)
    {
        var index = position.Pending[0];
        var answered = position.Answers.Select(answer => answer.Question).Distinct().ToList();
        var all = lesson.IsScored ? answered.Union(position.Pending).Count() : lesson.Questions.Count;
        var isBack = answered.Contains(index);
        var number = lesson.IsScored ? answered.Count + (isBack ? 0 : 1) : all - position.Pending.Count + 1;
        return new LessonScreen.Asking(lesson.Questions[index], index, number, all, isBack);
    }

    private static bool Fits(Lesson lesson, LessonPosition position) => position.IsReading
        ? position.Message < lesson.Messages.Count
        : position.Pending.All(question => question < lesson.Questions.Count)
            && position.Answers.All(answer => answer.Question < lesson.Questions.Count && answer.Choice < lesson.Questions[answer.Question].Choices.Count);
}
