using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Registrations;

namespace CoopAssistant.Admin.Registrations;

/// <summary>Answers as staff see them: document and phone with only their end readable.</summary>
internal static class AnswerShown
{
    public static string Of(ReadRegistration.Result registration, FormQuestion? question, SubmittedAnswer answer) =>
        IsMasked(registration, question, answer) ? Masked.Number(answer.Display) : answer.Display;

    /// <param name="question">Null where the form no longer has it.</param>
    public static bool IsMasked(ReadRegistration.Result registration, FormQuestion? question, SubmittedAnswer answer) => answer.Value is not null
        && (IsNumber(question) || answer.Value == registration.Document || answer.Value == registration.Phone);

    /// <summary>An answer to a question whose answers are masked.</summary>
    public static bool IsNumber(FormQuestion? question) => question?.Kind is QuestionKind.Document or QuestionKind.Phone;

    /// <summary>What was chosen or typed, in words.</summary>
    public static string Typed(FormDefinition form, FormQuestion question, string text) =>
        question.Kind is QuestionKind.YesNo ? text == QuestionKind.YesNo.Yes ? form.Words.Yes : form.Words.No
        : (question.Kind switch { QuestionKind.Choice choice => choice.Options, QuestionKind.Choices choices => choices.Options, _ => null }) is { } options
            ? string.Join(", ", text.Split(',').Select(value => options.FirstOrDefault(option => option.Value == value)?.Label ?? value))
            : text;
}
