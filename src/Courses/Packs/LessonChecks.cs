using System.Globalization;
using CoopAssistant.Courses.Lessons;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Courses.Packs;

/// <summary>What a lesson that could be read must still keep to before a woman meets it.</summary>
internal sealed class LessonChecks(Action<LessonFinding> report)
{
    /// <summary>What the emergency lines of a country may take when they are filled in.</summary>
    private const int EmergencyCharacters = 500;

    public void Check(Lesson lesson)
    {
        CheckMessages(lesson);
        if (lesson.Questions.Count < LessonLimits.FewestQuestions) Problem(0, "The lesson ends without a question. Add \"## question\" and its answers after the last message.", "La lección termina sin pregunta. Agregue al menos una.");
        if (lesson.Questions.Count > LessonLimits.Questions) Problem(lesson.Questions[LessonLimits.Questions].Line, $"The lesson has {lesson.Questions.Count} questions; at most {LessonLimits.Questions} keep it short. Take some out.", $"La lección tiene {lesson.Questions.Count} preguntas; caben {LessonLimits.Questions}. Quite alguna.");
        foreach (var question in lesson.Questions) CheckQuestion(question);
    }

    private void CheckMessages(Lesson lesson)
    {
        if (lesson.Messages.Count == 0) Problem(0, "The lesson has no message: she would meet a question without having learnt anything. Write at least one.", "La lección no tiene mensajes. Escriba al menos uno.");
        if (lesson.Messages.Count > LessonLimits.Messages) Problem(lesson.Messages[LessonLimits.Messages].Line, $"The lesson has {lesson.Messages.Count} messages; at most {LessonLimits.Messages} fit five minutes. Join some or make two lessons.", $"La lección tiene {lesson.Messages.Count} mensajes; en cinco minutos caben {LessonLimits.Messages}. Una algunos o haga dos lecciones.");
        foreach (var message in lesson.Messages)
        {
            var length = message.Text.Length;
            if (length == 0) Problem(message.Line, "The message is empty. Write it or take it out.", "El mensaje está vacío. Escríbalo o quítelo.");
            if (length > LessonLimits.MessageCharacters) Problem(message.Line, $"The message has {length} characters; at most {LessonLimits.MessageCharacters} fit a small screen. Shorten it or split it with ---.", $"El mensaje tiene {length} letras; caben {LessonLimits.MessageCharacters}. Acórtelo o pártalo en dos mensajes.");
            else if (message.Text.Contains(LessonPlaceholders.EmergencyLines, StringComparison.Ordinal) && length + EmergencyCharacters > 2 * LessonLimits.MessageCharacters) Problem(message.Line, "With the emergency lines the message gets too long. Give them a message of their own.", "Con las líneas de emergencia el mensaje queda demasiado largo. Póngalas en un mensaje aparte.");
            CheckText(message.Text, message.Line, isMessage: true);
        }
    }

    private void CheckQuestion(Question question)
    {
        var choices = question.Choices;
        if (question.Text.Length == 0) Problem(question.Line, "The question is empty. Write it after ##.", "La pregunta está vacía. Escríbala.");
        CheckText(question.Text, question.Line);
        if (choices.Count < LessonLimits.FewestChoices) Problem(question.Line, $"The question has {choices.Count} answers; she needs at least {LessonLimits.FewestChoices} to choose from.", $"La pregunta tiene {choices.Count} respuestas; hacen falta al menos {LessonLimits.FewestChoices}.");
        if (choices.Count > LessonLimits.Choices) Problem(question.Line, $"The question has {choices.Count} answers; at most {LessonLimits.Choices} can be kept in mind.", $"La pregunta tiene {choices.Count} respuestas; caben {LessonLimits.Choices}.");
        var right = choices.Count(choice => choice.IsRight);
        if (right != 1 && choices.Count > 0) Problem(
            question.Line,
            right == 0 ? "No answer is right. Mark the right one with [x]." : $"{right} answers are right. Mark only one with [x].",
            right == 0 ? "Ninguna respuesta está marcada como correcta. Marque una." : $"Hay {right} respuestas marcadas como correctas. Deje una sola.");
        var shown = question.Text.Length + choices.Sum(choice => choice.Label.Length + 4);
        if (shown > LessonLimits.QuestionCharacters) Problem(question.Line, $"The question and its answers have {shown} characters; at most {LessonLimits.QuestionCharacters} fit a small screen. Shorten them.", $"La pregunta con sus respuestas tiene {shown} letras; caben {LessonLimits.QuestionCharacters}. Acórtelas.");

        var before = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < choices.Count; at++)
        {
            CheckChoice(choices[at], at + 1, choices.Count);
            if (!before.Add(Plain.Of(choices[at].Label))) Problem(choices[at].Line, $"The answer \"{LessonReader.Shown(choices[at].Label)}\" is there twice. Change one.", $"La respuesta «{LessonReader.Shown(choices[at].Label)}» está dos veces. Cambie una.");
        }
    }

    private void CheckChoice(Choice choice, int position, int count)
    {
        if (choice.Label.Length == 0) Problem(choice.Line, "The answer is empty. Write it after the box.", "La respuesta está vacía. Escríbala o quítela.");
        if (choice.Label.Length > LessonLimits.ChoiceCharacters) Problem(choice.Line, $"The answer has {choice.Label.Length} characters; at most {LessonLimits.ChoiceCharacters}. Shorten it.", $"La respuesta tiene {choice.Label.Length} letras; caben {LessonLimits.ChoiceCharacters}. Acórtela.");
        if (choice.Feedback.Length > LessonLimits.FeedbackCharacters) Problem(choice.Line, $"The feedback has {choice.Feedback.Length} characters; at most {LessonLimits.FeedbackCharacters}. Shorten it.", $"La explicación tiene {choice.Feedback.Length} letras; caben {LessonLimits.FeedbackCharacters}. Acórtela.");
        if (int.TryParse(choice.Label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= count && number != position)
            Problem(
                choice.Line,
                $"A digit always means the answer's place: \"{number}\" would choose another one. Put it in place {number}, or add a word (\"{number} socias\").",
                $"Un número solo elige por su lugar: «{number}» elegiría otra respuesta. Póngala en el lugar {number}, o agregue una palabra («{number} socias»).");
        CheckText(choice.Label, choice.Line);
        CheckText(choice.Feedback, choice.Line);
    }

    private void CheckText(string text, int line, bool isMessage = false)
    {
        foreach (var (offset, english, spanish) in MarkupGuard.Find(text, isMessage)) Problem(line + offset, english, spanish);
        foreach (var name in Placeholders.In(text).Distinct(StringComparer.Ordinal).Where(name => !LessonPlaceholders.Known.Contains(name, StringComparer.Ordinal)))
            Problem(line, $"{{{name}}} is not known. Known here: {Known}.", $"No se conoce {{{name}}}. Aquí valen: {Known}.");
        if (MarkupGuard.HasLooseBrace(text)) Problem(line, "A brace stands alone. Braces only name a value, like {oficina}.", "Hay una llave suelta. Las llaves solo nombran un dato, como {programa}.");
    }

    private static string Known => string.Join(", ", LessonPlaceholders.Known.Select(known => $"{{{known}}}"));

    private void Problem(int line, string english, string spanish) => report(new LessonFinding(line, english, spanish));
}
