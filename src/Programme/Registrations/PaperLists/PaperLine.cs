using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CoopAssistant.Programme.Forms;
using CoopAssistant.Programme.Identity;
using CoopAssistant.Programme.Packs;

namespace CoopAssistant.Programme.Registrations.PaperLists;

/// <summary>What is wrong with a cell.</summary>
/// <param name="Question">Null where it is about her consent.</param>
/// <param name="Refusal">Why the form does not take it; null where several places are meant, or it is about her consent.</param>
/// <param name="Places">Places that may be meant.</param>
public sealed record CellProblem(PaperColumn Column, FormQuestion? Question, string Typed, FormRefusal? Refusal, IReadOnlyList<string> Places);

/// <summary>A line of a paper list, read. Pure: the form reads each cell as it reads a message of hers.</summary>
public abstract record PaperLine
{
    private PaperLine() { }

    /// <param name="Key">The same for the same woman written the same way.</param>
    public sealed record Good(RegistrationDraft Draft, string ConsentBy, DateOnly ConsentOn, string Key) : PaperLine;

    /// <summary>She did not agree: nothing of her is kept.</summary>
    public sealed record Declined : PaperLine;

    public sealed record Bad(IReadOnlyList<CellProblem> Problems) : PaperLine;

    /// <summary>Nothing is written in it.</summary>
    public sealed record Empty : PaperLine;

    /// <param name="cells">By column id; missing or empty where nothing is written.</param>
    public static PaperLine Read(ProgrammePack pack, DateOnly today, IReadOnlyDictionary<string, string> cells)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(cells);
        string Cell(string id) => FreeText.Clean(cells.GetValueOrDefault(id));
        if (cells.Values.All(string.IsNullOrWhiteSpace)) return new Empty();
        var agrees = YesOrNo.Read(Cell(PaperSheet.Agrees));
        if (agrees == false) return new Declined();

        var columns = PaperSheet.Columns(pack.Form).ToDictionary(column => column.Id, StringComparer.Ordinal);
        var problems = new List<CellProblem>();
        var around = new FormSurroundings(today, pack.Places);
        var answers = ReadAnswers(pack.Form, around, Cell, columns, problems);
        var on = PaperDate.Read(Cell(PaperSheet.ConsentOn));
        if (agrees is null) AboutConsent(PaperSheet.Agrees);
        if (on is null || on > today || on.Value.Year < 2000) AboutConsent(PaperSheet.ConsentOn);
        if (!FreeText.SaysSomething(Cell(PaperSheet.ConsentBy))) AboutConsent(PaperSheet.ConsentBy);
        if (problems.Count > 0) return new Bad(problems);

        // No secret: she proves who she is by the end of her document, or with a person's help.
        if (pack.Form.Questions.FirstOrDefault(q => q.Kind is QuestionKind.Pin) is { } pin) answers = new Dictionary<string, FormAnswer?>(answers, StringComparer.Ordinal) { [pin.Id] = FormAnswer.Given("") };
        var draft = RegistrationForm.Read(new FormMove.Finished(new FormProgress { Form = pack.Form.Id, Answers = answers }, pack.Form), around);
        return new Good(draft, FreeText.Shorten(Cell(PaperSheet.ConsentBy), PaperRow.LongestName), on!.Value, KeyOf(pack, draft));

        void AboutConsent(string id) => problems.Add(new(columns[id], null, Cell(id), null, []));
    }

    private static IReadOnlyDictionary<string, FormAnswer?> ReadAnswers(
        FormDefinition form, FormSurroundings around, Func<string, string> cell, Dictionary<string, PaperColumn> columns, List<CellProblem> problems)
    {
        IReadOnlyDictionary<string, FormAnswer?> answers = new Dictionary<string, FormAnswer?>(StringComparer.Ordinal);
        foreach (var question in form.Questions.Where(q => q.Kind is not QuestionKind.Pin))
        {
            if (!FormRules.Contains(FormRules.Applicable(form, answers, around.Places), question.Id)) continue;
            var text = cell(question.Id);
            // A province that was written as its district has answered both.
            if (text.Length == 0 && answers.GetValueOrDefault(question.Id) is not null) continue;
            if (text.Length == 0 && PaperSheet.MayBeEmpty(question)) answers = With(answers, question.Id, question.MayComeLater ? FormAnswer.Later : FormAnswer.LeftOut);
            else if (text.Length == 0) Refuse(question, text, FormRefusal.MayNotSkip, []);
            else switch (WrittenAnswer.Read(form, around, answers, question, text))
            {
                case WrittenAnswer.Taken taken: answers = taken.Answers; break;
                case WrittenAnswer.Refused refused: Refuse(question, text, refused.Reason, []); break;
                case WrittenAnswer.WhichPlace which: Refuse(question, text, null, [.. which.Options.Select(option => option.Label)]); break;
            }
        }
        return answers;

        void Refuse(FormQuestion question, string typed, FormRefusal? refusal, IReadOnlyList<string> places)
        {
            problems.Add(new(columns[question.Id], question, typed, refusal, places));
            answers = With(answers, question.Id, FormAnswer.LeftOut);
        }
    }

    private static Dictionary<string, FormAnswer?> With(IReadOnlyDictionary<string, FormAnswer?> answers, string question, FormAnswer answer) =>
        new(answers, StringComparer.Ordinal) { [question] = answer };

    /// <summary>By what tells one woman of a list from another; a document alone does where there is one.</summary>
    private static string KeyOf(ProgrammePack pack, RegistrationDraft draft)
    {
        var who = draft.Document ?? string.Join('|', draft.Answers.SearchName, draft.BirthYear?.ToString(CultureInfo.InvariantCulture), draft.Phone, draft.Answers.PlaceCode, Plain.Of(draft.Answers.Community));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{pack.Country.Code}|{draft.Answers.SearchName}|{who}")));
    }
}
