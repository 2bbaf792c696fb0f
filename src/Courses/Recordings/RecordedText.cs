using CoopAssistant.Courses.Lessons;
using CoopAssistant.Programme.Recordings;

namespace CoopAssistant.Courses.Recordings;

/// <summary>A text that may have a recording: which course and lesson it stands in, in which language, for whom, and its words' fingerprint.</summary>
/// <param name="Country">Empty for every country.</param>
/// <param name="TextHash">22 signs; the same for the same words, whatever the spaces between them.</param>
public sealed record RecordedText(string CourseId, string LessonId, string Language, string Country, string TextHash)
{
    public static RecordedText Of(string courseId, string lessonId, string language, string? country, string text) =>
        new(courseId, lessonId, language, country ?? "", RecordingFile.HashOf(text));
}

/// <summary>A part of a lesson that can be heard: a message, or a question with its choices.</summary>
/// <param name="Number">From 1, among the messages or among the questions.</param>
/// <param name="Text">What is to be spoken.</param>
/// <param name="NeedsCountry">It names what differs by country (<c>{lineas_emergencia}</c>): a recording for all would tell some women something wrong.</param>
public sealed record SpokenPart(bool IsQuestion, int Number, string Text, bool NeedsCountry)
{
    /// <summary>The messages, then the questions.</summary>
    public static IReadOnlyList<SpokenPart> Of(Lesson lesson)
    {
        ArgumentNullException.ThrowIfNull(lesson);
        return [
            .. lesson.Messages.Select((message, at) => Part(false, at, message.Text)),
            .. lesson.Questions.Select((question, at) => Part(true, at, TextOf(question)))];

        SpokenPart Part(bool isQuestion, int at, string text) => new(isQuestion, at + 1, text, lesson.Country is null && text.Contains('{', StringComparison.Ordinal));
    }

    /// <summary>A question as it is read aloud: <c>¿Cuánto queda? 1: 70. 2: 30.</c></summary>
    public static string TextOf(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return $"{question.Text}\n{string.Join('\n', question.Choices.Select((choice, at) => $"{at + 1}: {choice.Label}"))}";
    }
}
