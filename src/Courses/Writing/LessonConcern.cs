using CoopAssistant.Courses.Lessons;
using CoopAssistant.Courses.Packs;

namespace CoopAssistant.Courses.Writing;

/// <summary>Something about a lesson before it is published, with the place to fix it.</summary>
/// <param name="Stops">It keeps the lesson from being published; else the editor may go on.</param>
/// <param name="Anchor">Id of the part in the editor: <c>datos</c>, <c>mensaje-2</c>, <c>pregunta-1</c>, <c>pregunta-1-respuesta-3</c>.</param>
/// <param name="Where">The same in words, with the line of a message.</param>
public sealed record LessonConcern(LessonKey Key, bool Stops, string Anchor, string Where, string What)
{
    public const string Head = "datos";
    public const string VoicesPage = "voces";

    /// <summary>Page of the lesson on which the place is; empty for the editor.</summary>
    public string Page { get; init; } = "";

    internal static LessonConcern Of(LessonKey key, Lesson lesson, LessonFinding finding, bool stops)
    {
        var (anchor, where) = Place(lesson, finding.Line);
        return new(key, stops, anchor, where, finding.Spanish);
    }

    private static (string Anchor, string Where) Place(Lesson lesson, int line)
    {
        for (var at = lesson.Messages.Count - 1; at >= 0; at--)
        {
            var message = lesson.Messages[at];
            var lines = message.Text.Count(letter => letter == '\n') + 1;
            if (line >= message.Line && line < message.Line + lines) return ($"mensaje-{at + 1}", lines > 1 ? $"Mensaje {at + 1}, línea {line - message.Line + 1}" : $"Mensaje {at + 1}");
        }
        for (var at = lesson.Questions.Count - 1; at >= 0; at--)
        {
            var choice = lesson.Questions[at].Choices.TakeWhile(choice => choice.Line != line).Count();
            if (choice < lesson.Questions[at].Choices.Count) return ($"pregunta-{at + 1}-respuesta-{choice + 1}", $"Pregunta {at + 1}, respuesta {choice + 1}");
            if (lesson.Questions[at].Line == line) return ($"pregunta-{at + 1}", $"Pregunta {at + 1}");
        }
        return (Head, "Datos de la lección");
    }
}
