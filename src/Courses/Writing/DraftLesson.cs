using CoopAssistant.Courses.Lessons;

namespace CoopAssistant.Courses.Writing;

/// <summary>The lesson a draft would be, each part knowing the line it gets in the lesson's file.</summary>
public static class DraftLesson
{
    public static Lesson ToLesson(this DraftText draft, LessonKey key, string file)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(key);
        var line = FirstMessageLine(draft, key);
        var messages = new List<LessonMessage>();
        foreach (var text in draft.Messages)
        {
            messages.Add(new LessonMessage(text, line));
            line += text.Count(letter => letter == '\n') + 4; // its lines, then a blank, ---, a blank
        }
        line -= 2; // after the last message: a blank, and the first question
        var questions = new List<Question>();
        foreach (var question in draft.Questions)
        {
            var first = line + 2;
            questions.Add(new Question(question.Text, [.. question.Choices.Select((choice, at) => new Choice(choice.Label, choice.IsRight, choice.Feedback, first + at))], line));
            line = first + question.Choices.Count + 1;
        }
        return new Lesson
        {
            Id = key.LessonId,
            Title = draft.Title,
            Minutes = draft.Minutes,
            Country = key.Country.Length == 0 ? null : key.Country,
            Review = draft.Review,
            Facts = draft.TellsLaw ? LessonFacts.Law : null,
            IsScored = draft.IsScored,
            HasQuickExit = draft.HasQuickExit,
            Messages = messages,
            Questions = questions,
            File = file,
        };
    }

    private static int FirstMessageLine(DraftText draft, LessonKey key) =>
        6 + (key.Country.Length > 0 ? 1 : 0) + (draft.Review is null ? 0 : 1) + (draft.TellsLaw ? 1 : 0) + (draft.IsScored ? 0 : 1) + (draft.HasQuickExit ? 1 : 0);
}
