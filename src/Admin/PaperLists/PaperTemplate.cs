using CoopAssistant.Admin.Exports;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Packs;
using CoopAssistant.Programme.Registrations.PaperLists;

namespace CoopAssistant.Admin.PaperLists;

/// <summary>The empty spreadsheet of a country's paper lists, and how its columns are filled.</summary>
internal static class PaperTemplate
{
    public static LongSheet List(ProgrammePack pack) => new("Lista", Lines([Headings(pack)]));

    public static IReadOnlyList<string> Headings(ProgrammePack pack) => [.. PaperSheet.Columns(pack.Form).Select(column => column.Heading)];

    public static LongSheet Guide(ProgrammePack pack) => new("Cómo llenarla", Lines([["Columna", "Hace falta", "Qué se escribe"], .. PaperSheet.Columns(pack.Form).Select(column => Line(pack.Form, column))]));

    public static IReadOnlyList<object?> Line(FormDefinition form, PaperColumn column) => [column.Heading, column.IsRequired ? "sí" : "no", Means(form, column)];

    public static string Means(FormDefinition form, PaperColumn column) => column.Question is { } question ? Means(form, question) : column.Id switch
    {
        PaperSheet.Agrees => "sí o no. A quien dice no, no se le guarda nada.",
        PaperSheet.ConsentOn => "Día, mes y año: 3/5/2026 es el tres de mayo.",
        _ => "Nombre de la persona que le leyó el aviso de datos y anotó que sí.",
    };

    private static string Means(FormDefinition form, FormQuestion question) => question.Kind switch
    {
        QuestionKind.YesNo => $"{form.Words.Yes} o {form.Words.No}.",
        QuestionKind.Choice choice => "Una de estas: " + Options(choice.Options),
        QuestionKind.Choices choices => $"Hasta {choices.Max}, con comas, primero la principal: {Options(choices.Options)}",
        QuestionKind.Document => $"Si no la tiene a mano, vacío. Ejemplo: {question.Example}",
        _ => question.Example is { } example ? $"Ejemplo: {example}" : question.Text,
    };

    private static string Options(IReadOnlyList<FormOption> options) => string.Join(", ", options.Select(option => option.Label));

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Lines(IReadOnlyList<IReadOnlyList<object?>> lines)
    {
        foreach (var line in lines) yield return line;
        await Task.CompletedTask;
    }
}
