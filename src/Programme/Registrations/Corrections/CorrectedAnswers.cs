using CoopAssistant.Programme.Forms;

namespace CoopAssistant.Programme.Registrations.Corrections;

/// <summary>A registration's answers before and after one of them is put right. Pure.</summary>
internal sealed class CorrectedAnswers(FormDefinition form, FormSurroundings around, IReadOnlyList<SubmittedAnswer> stored)
{
    /// <param name="Before">Null where it was not answered.</param>
    /// <param name="After">Null where the question no longer applies.</param>
    internal sealed record Change(FormQuestion Question, SubmittedAnswer? Before, SubmittedAnswer? After);

    /// <summary>The stored answers as the form works with them; those to questions it no longer has are left out.</summary>
    public IReadOnlyDictionary<string, FormAnswer?> Before { get; } = Read(form, around, stored);

    /// <summary>What differs, in the form's order.</summary>
    public IReadOnlyList<Change> Changes(IReadOnlyDictionary<string, FormAnswer?> after)
    {
        var changes = new List<Change>();
        foreach (var question in form.Questions)
        {
            var (old, now) = (Before.GetValueOrDefault(question.Id), after.GetValueOrDefault(question.Id));
            if (old?.Kind == now?.Kind && old?.Value == now?.Value) continue;
            changes.Add(new(question, stored.FirstOrDefault(a => a.Question == question.Id), now is null ? null : RegistrationForm.Submitted(form, question, now, around)));
        }
        return changes;
    }

    /// <summary>All answers with the changes in them, in the form's order; answers of an older form stay behind them.</summary>
    public IReadOnlyList<SubmittedAnswer> With(IReadOnlyList<Change> changes)
    {
        var changed = changes.ToDictionary(change => change.Question.Id, change => change.After, StringComparer.Ordinal);
        var known = form.Questions.Select(question => changed.TryGetValue(question.Id, out var after) ? after : stored.FirstOrDefault(a => a.Question == question.Id)).OfType<SubmittedAnswer>();
        return [.. known, .. stored.Where(a => form.Find(a.Question) is null)];
    }

    private static Dictionary<string, FormAnswer?> Read(FormDefinition form, FormSurroundings around, IReadOnlyList<SubmittedAnswer> stored)
    {
        var answers = new Dictionary<string, FormAnswer?>(StringComparer.Ordinal);
        foreach (var answer in stored)
            if (form.Find(answer.Question) is { } question)
                answers[question.Id] = answer switch
                {
                    { Value: null } => answer.Display == form.Words.Later ? FormAnswer.Later : FormAnswer.LeftOut,
                    { Value: { } own } when question.Kind is QuestionKind.Place && around.Places.Find(own) is null => FormAnswer.InOwnWords(own),
                    _ => FormAnswer.Given(answer.Value) with { Typed = answer.Typed },
                };
        return answers;
    }
}
