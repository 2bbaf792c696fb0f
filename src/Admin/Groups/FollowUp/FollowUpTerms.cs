using System.Globalization;
using CoopAssistant.Admin.Wording;
using CoopAssistant.Programme.FollowUps;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Admin.Groups.FollowUp;

/// <summary>Staff's words for follow-up.</summary>
internal static class FollowUpTerms
{
    /// <summary>«A los 3 meses», «Al año», «Línea de base».</summary>
    public static string Round(int month) => month switch
    {
        0 => "Línea de base",
        1 => "Al mes",
        12 => "Al año",
        _ => $"A los {FollowUpWords.Since(month)}",
    };

    public static string Name(FollowUpState? state) => state switch
    {
        FollowUpState.Answered => "respondido", FollowUpState.Declined => "no por el chat", FollowUpState.Missed => "sin respuesta", _ => "pendiente",
    };

    public static string Tone(FollowUpState? state) => state switch { FollowUpState.Answered => "good", FollowUpState.Declined => "warn", FollowUpState.Missed => "bad", _ => "" };

    public static string Why(FollowUpWhy why) => why switch
    {
        FollowUpWhy.WantsVisit => "Contó un problema: falta la visita",
        FollowUpWhy.Declined => "Dijo que no puede responder por el chat",
        FollowUpWhy.NoCoordinator => "El grupo no tiene coordinadora",
        FollowUpWhy.CannotBeAsked => "A la coordinadora no se le puede escribir",
        _ => "No respondió en los días previstos",
    };

    public static string Source(FollowUpSource source) => source switch
    {
        FollowUpSource.Chat => "por el chat", FollowUpSource.Visit => "anotado por el personal", _ => "del registro del programa",
    };

    /// <summary>An answer as people read it; a dash where there is none.</summary>
    public static string Value(ProgrammePack pack, FormQuestion question, FollowUpAnswer? answer) =>
        answer is null ? "–" : Shown(pack, question, answer.Value);

    public static string Shown(ProgrammePack pack, FormQuestion question, string? value) =>
        FormDisplay.Of(question, value is null ? FormAnswer.LeftOut : FormAnswer.Given(value), pack.Places, pack.FollowUp.Words);

    /// <summary>An amount with its currency; a plain number where it is none.</summary>
    public static string Amount(ProgrammePack pack, Indicator indicator, long amount) =>
        indicator.Question.Kind is QuestionKind.Money ? Shown(pack, indicator.Question, amount.ToString(CultureInfo.InvariantCulture)) : Plural.Number(amount);

    public static string Notice(FollowUpResult result) => result switch
    {
        FollowUpResult.Changed => "guardado", FollowUpResult.NothingNew => "sin-cambios", FollowUpResult.ReasonMissing => "falta-motivo-correccion", FollowUpResult.NotUnderstood => "seguimiento-no", _ => "cambio",
    };
}
