using CoopAssistant.Admin.Registrations;
using CoopAssistant.Programme.Registrations.PaperLists;

namespace CoopAssistant.Admin.PaperLists;

/// <summary>What is wrong with a line of a list and what to do about it, as staff read it.</summary>
internal static class PaperWords
{
    public static string Say(CellProblem problem)
    {
        var cell = problem.Typed.Length == 0 ? $"«{problem.Column.Heading}» está vacía." : $"«{problem.Column.Heading}» dice «{Shown(problem)}».";
        return $"{cell} {What(problem)}";
    }

    /// <summary>Documents and phones of a refused line are shown masked like all others.</summary>
    private static string Shown(CellProblem problem) => AnswerShown.IsNumber(problem.Question) ? Wording.Masked.Number(problem.Typed) : problem.Typed;

    private static string What(CellProblem problem) => problem switch
    {
        { Question: null, Column.Id: PaperSheet.Agrees } => "Escriba sí o no: sin su respuesta no se puede registrar.",
        { Question: null, Column.Id: PaperSheet.ConsentOn } => "Escriba el día en que aceptó, así: 3/5/2026. No puede ser un día que no ha llegado.",
        { Question: null } => "Escriba quién le leyó el aviso y anotó que sí.",
        { Refusal: { } refusal, Question: { } question } => problem.Typed.Length == 0 ? "Escríbala." : CorrectionWords.Refusal(question, refusal),
        { Places.Count: > 0 } => "Escriba cuál es: " + string.Join(" · ", problem.Places.Take(6)),
        _ => "Ese lugar no está en la lista. Escriba el nombre completo.",
    };

    public static string State(PaperListState state) => state switch
    {
        PaperListState.Checked => "Revisada, sin importar",
        PaperListState.Importing => "Importando",
        PaperListState.Imported => "Importada",
        _ => "Deshecha",
    };

    public static string Tone(PaperListState state) => state switch { PaperListState.Checked => "warn", PaperListState.Imported => "good", PaperListState.Importing => "accent", _ => "" };
}
