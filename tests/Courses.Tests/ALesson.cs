using CoopAssistant.Courses.Lessons;

namespace CoopAssistant.Courses.Tests;

/// <summary>A lesson with as much as a test needs: by default three messages and three questions whose second choice is right.</summary>
internal static class ALesson
{
    public static Lesson With(int messages = 3, int questions = 3, bool isScored = true) => new()
    {
        Id = "5.1",
        Title = "Libro de caja",
        Minutes = 5,
        IsScored = isScored,
        Messages = [.. Enumerable.Range(1, messages).Select(n => new LessonMessage($"Mensaje {n}", n))],
        Questions = [.. Enumerable.Range(1, questions).Select(n => Ask($"Pregunta {n}", "Mal", "Bien", "Regular"))],
        File = "m5/5.1-libro-de-caja.md",
    };

    public static Question Ask(string text, params string[] labels) =>
        new(text, [.. labels.Select((label, at) => new Choice(label, at == 1, $"Sobre {label}", at))], 1);
}
