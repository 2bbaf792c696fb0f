using System.Globalization;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Courses.Packs;

/// <summary>What an editor should look at although the lesson can be used: hard reading, office words, facts that have aged.</summary>
internal sealed class LessonWarnings(JargonList jargon, DateOnly today, Action<LessonFinding> report)
{
    private const string ConfirmSentence = "Confírmelo con su oficina";

    public void Check(Lesson lesson)
    {
        var ease = ReadingEase.Of(string.Join('\n', lesson.Messages.Select(message => message.Text)));
        if (ease < LessonLimits.EasyReading)
            Warn(
                lesson.Messages[0].Line,
                string.Create(CultureInfo.InvariantCulture, $"The lesson reads with some effort (Fernández-Huerta {ease:0}, {LessonLimits.EasyReading:0} or more is easy). Use shorter sentences and shorter words."),
                string.Create(CultureInfo.InvariantCulture, $"La lección cuesta leerla (Fernández-Huerta {ease:0}; desde {LessonLimits.EasyReading:0} es fácil). Use oraciones y palabras más cortas."));
        if (lesson.Review < today)
            Warn(1, $"Its facts were to be checked by {lesson.Review:yyyy-MM-dd}. Confirm them and set a new review date.", $"Sus datos debían revisarse antes del {lesson.Review:dd/MM/yyyy}. Confírmelos y ponga una nueva fecha.");
        if (lesson.Facts == LessonFacts.Law && !lesson.Messages.Any(message => message.Text.Contains(ConfirmSentence, StringComparison.OrdinalIgnoreCase) || message.Text.Contains($"{{{Placeholders.Confirm}}}", StringComparison.Ordinal)))
            Warn(lesson.Messages.Count > 0 ? lesson.Messages[0].Line : 1, $"The lesson tells law but not to confirm it. Say \"{ConfirmSentence} regional.\"", $"La lección habla de la ley, pero no dice que se confirme. Agregue «{ConfirmSentence} regional.»");
        foreach (var (text, line) in Texts(lesson))
        {
            foreach (var (word, better) in jargon.In(text)) Warn(line, $"\"{word}\" is an office word. Say: {better}.", $"«{word}» es palabra de oficina. Diga: {better}.");
            if (EmojiCount.Of(text) > 1) Warn(line, "At most one emoji in a message: phones read them aloud one by one.", "Deje un solo emoji por mensaje: los teléfonos los leen en voz alta uno por uno.");
        }
    }

    private static IEnumerable<(string Text, int Line)> Texts(Lesson lesson) =>
    [
        .. lesson.Messages.Select(message => (message.Text, message.Line)),
        .. lesson.Questions.Select(question => (question.Text, question.Line)),
        .. lesson.Questions.SelectMany(question => question.Choices).Select(choice => ($"{choice.Label} {choice.Feedback}", choice.Line)),
    ];

    private void Warn(int line, string english, string spanish) => report(new LessonFinding(line, english, spanish));
}
