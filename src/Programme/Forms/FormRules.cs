using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Forms;

/// <summary>Which questions apply, given the answers so far.</summary>
internal static class FormRules
{
    /// <summary>The questions that apply, in order. A condition on a question that does not apply itself does not hold.</summary>
    internal static List<FormQuestion> Applicable(FormDefinition form, IReadOnlyDictionary<string, FormAnswer?> answers, PlaceCatalogue places)
    {
        var asked = new List<FormQuestion>(form.Questions.Count);
        var counted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var question in form.Questions)
        {
            if (!question.When.All(condition => counted.Contains(condition.Question) && Holds(condition, answers.GetValueOrDefault(condition.Question)))) continue;
            if (question.Kind is QuestionKind.Place { WithinQuestion: { } outer } && !(counted.Contains(outer) && HasInside(answers.GetValueOrDefault(outer), places))) continue;
            asked.Add(question);
            counted.Add(question.Id);
        }
        return asked;
    }

    private static bool HasInside(FormAnswer? outer, PlaceCatalogue places) => outer is { IsGiven: true, Value: { } code } && places.HasInside(code);

    private static bool Holds(Condition condition, FormAnswer? answer) => condition switch
    {
        Condition.Is one => answer is not null && answer.Values.Contains(one.Value, StringComparer.Ordinal),
        Condition.In some => answer is not null && answer.Values.Any(value => some.Values.Contains(value, StringComparer.Ordinal)),
        Condition.Answered => answer is { Kind: AnswerKind.Given or AnswerKind.OwnWords },
        _ => false,
    };
}
