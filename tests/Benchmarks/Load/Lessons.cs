using CoopAssistant.Benchmarks.Servers;
using CoopAssistant.Courses.Packs;

namespace CoopAssistant.Benchmarks.Load;

/// <summary>The first lessons of the shipped course, every question answered right at once.</summary>
internal static class Lessons
{
    private const int Taken = 3;

    /// <summary>Each lesson begins and ends with a change; between them she only reads and answers.</summary>
    public static Dialogue Dialogue()
    {
        var course = CoursePackReader.ReadAll(Repository.Content, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)).Courses[0];
        var messages = new List<string> { "lecciones", "2" };
        foreach (var lesson in course.LessonsFor("PA").Take(Taken))
        {
            messages.Add("1"); // begin
            messages.AddRange(lesson.Messages.Select(_ => "1")); // on to the next message, and from the last to the questions
            messages.AddRange(lesson.Questions.Select(question => $"{question.RightChoice + 1}"));
        }
        return new Dialogue(messages);
    }
}
