using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Registrations.PaperLists;

/// <summary>A column of a paper list: a question of the form, or what is said of her consent.</summary>
/// <param name="Id">Id of the question; else one of <see cref="PaperSheet"/>'s own.</param>
public sealed record PaperColumn(string Id, string Heading, FormQuestion? Question, bool IsRequired);

/// <summary>How a paper list looks as a spreadsheet: a heading and a line for each woman. Pure.</summary>
public static class PaperSheet
{
    public const string Agrees = "acepta";
    public const string ConsentOn = "fecha";
    public const string ConsentBy = "quien";

    /// <summary>More lines in one file are refused: split it.</summary>
    public const int MostLines = 5000;

    /// <summary>In the order of the template; the secret is hers and never on paper.</summary>
    public static IReadOnlyList<PaperColumn> Columns(FormDefinition form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return
        [
            .. form.Questions.Where(q => q.Kind is not QuestionKind.Pin).Select(q => new PaperColumn(q.Id, q.Label, q, !MayBeEmpty(q) && q.When.Count == 0)),
            new(Agrees, "Acepta que guardemos sus datos", null, true),
            new(ConsentOn, "Fecha en que aceptó", null, true),
            new(ConsentBy, "Quién le preguntó", null, true),
        ];
    }

    /// <summary>On paper she may have no phone to be called at, and nobody asks how she likes to read.</summary>
    internal static bool MayBeEmpty(FormQuestion question) =>
        question.MaySkip || question.MayComeLater || question.Kind is QuestionKind.Phone or QuestionKind.Document || question.Id == RegistrationForm.Mode;

    /// <summary>Which column of the file holds what, by heading or id; and the headings that are missing.</summary>
    public static (IReadOnlyDictionary<string, int> At, IReadOnlyList<string> Missing) Match(FormDefinition form, IReadOnlyList<string> headings)
    {
        ArgumentNullException.ThrowIfNull(headings);
        var written = headings.Select(Plain.Of).ToList();
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in Columns(form))
            if (written.FindIndex(heading => heading.Length > 0 && (heading == Plain.Of(column.Heading) || heading == Plain.Of(column.Id))) is >= 0 and var index) at[column.Id] = index;
        return (at, [.. Columns(form).Where(column => column.IsRequired && !at.ContainsKey(column.Id)).Select(column => column.Heading)]);
    }
}
