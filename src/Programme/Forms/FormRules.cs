using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Forms;

/// <summary>Which questions apply, given the answers so far.</summary>
internal static class FormRules
{
    /// <summary>The questions that apply, in order. A condition on a question that does not apply itself does not hold.</summary>
    internal static List<FormQuestion> Applicable(FormDefinition form, IReadOnlyDictionary<string, FormAnswer?> answers, PlaceCatalogue places)
    {
        var asked = new List<FormQuestion>(form.Questions.Count);
        foreach (var question in form.Questions)
            if (Applies(question, asked, answers, places))
                asked.Add(question);
        return asked;
    }

    internal static bool Contains(List<FormQuestion> asked, string id)
    {
        foreach (var question in asked)
            if (question.Id == id)
                return true;
        return false;
    }

    private static bool Applies(FormQuestion question, List<FormQuestion> asked, IReadOnlyDictionary<string, FormAnswer?> answers, PlaceCatalogue places)
    {
        for (var i = 0; i < question.When.Count; i++)
            if (!Contains(asked, question.When[i].Question) || !Holds(question.When[i], answers.GetValueOrDefault(question.When[i].Question)))
                return false;
        return question.Kind is not QuestionKind.Place { WithinQuestion: { } outer } || (Contains(asked, outer) && HasInside(answers.GetValueOrDefault(outer), places));
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
