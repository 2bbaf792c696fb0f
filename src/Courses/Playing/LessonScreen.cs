using CoopAssistant.Courses.Lessons;

namespace CoopAssistant.Courses.Playing;

/// <summary>What is before her now.</summary>
public abstract record LessonScreen
{
    private LessonScreen() { }

    /// <summary>One message of the lesson.</summary>
    /// <param name="Number">From 1.</param>
    public sealed record Reading(LessonMessage Message, int Number, int Of) : LessonScreen
    {
        public bool IsLast => Number == Of;
    }

    /// <summary>A question waits for her answer.</summary>
    /// <param name="Index">Which question of the lesson, from 0.</param>
    /// <param name="Number">From 1, among the questions of this round.</param>
    /// <param name="IsBack">She missed it before.</param>
    public sealed record Asking(Question Question, int Index, int Number, int Of, bool IsBack) : LessonScreen;

    /// <summary>The lesson is done.</summary>
    /// <param name="Answers">Everything she answered, oldest first; empty where the lesson keeps none.</param>
    public sealed record Finished(IReadOnlyList<GivenAnswer> Answers) : LessonScreen
    {
        /// <summary>Questions she missed at first, from 0; they come back some days later.</summary>
        public IReadOnlyList<int> Missed(Lesson lesson)
        {
            ArgumentNullException.ThrowIfNull(lesson);
            return [.. Answers.Where(answer => answer.Choice != lesson.Questions[answer.Question].RightChoice).Select(answer => answer.Question).Distinct().Order()];
        }
    }
}

/// <summary>A step in a lesson.</summary>
/// <param name="Given">The choice she has just made, with what she is told about it; null where she made none.</param>
public sealed record LessonMove(LessonPosition Position, LessonScreen Screen, Choice? Given = null);
