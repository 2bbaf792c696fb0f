using System.Globalization;
using CoopAssistant.Programme.Places;

namespace CoopAssistant.Programme.Forms;

/// <summary>Answers as people read them.</summary>
public static class FormDisplay
{
    public static string Of(FormQuestion question, FormAnswer answer, PlaceCatalogue places, FormWords words)
    {
        ArgumentNullException.ThrowIfNull(question);
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(words);
        return answer switch
        {
            { Kind: AnswerKind.LeftOut } => words.LeftOut,
            { Kind: AnswerKind.Later } => words.Later,
            { Kind: AnswerKind.OwnWords, Value: { } own } => own,
            _ => OfGiven(question.Kind, answer, places, words),
        };
    }

    private static string OfGiven(QuestionKind kind, FormAnswer answer, PlaceCatalogue places, FormWords words) => kind switch
    {
        QuestionKind.YesNo => answer.Value == QuestionKind.YesNo.Yes ? words.Yes : words.No,
        QuestionKind.Choice choice => Labels(answer, choice.Options),
        QuestionKind.Choices choices => Labels(answer, choices.Options),
        QuestionKind.Place => places.Find(answer.Value)?.Name ?? answer.Typed ?? answer.Value ?? "",
        QuestionKind.Phone when answer.Value == QuestionKind.Phone.ThisOne => words.ThisNumber,
        QuestionKind.Pin => words.Hidden,
        QuestionKind.Money money => Amount(money, answer),
        _ => answer.Value ?? "",
    };

    private static string Amount(QuestionKind.Money money, FormAnswer answer) =>
        long.TryParse(answer.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) ? $"{money.Currency} {amount.ToString("N0", CultureInfo.GetCultureInfo(money.Language))}" : answer.Value ?? "";

    /// <summary>An option that the pack no longer has shows its value.</summary>
    private static string Labels(FormAnswer answer, IReadOnlyList<FormOption> options) =>
        string.Join(", ", answer.Values.Select(value => options.FirstOrDefault(option => option.Value == value)?.Label ?? value));
}
