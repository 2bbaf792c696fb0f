using CoopAssistant.Programme.Identity;

namespace CoopAssistant.Programme.Forms;

/// <summary>What she says to the summary.</summary>
internal abstract record SummaryReply
{
    private SummaryReply() { }

    internal sealed record Send : SummaryReply;

    internal sealed record Correct(FormQuestion Question) : SummaryReply;

    internal sealed record SomethingIsWrong : SummaryReply;

    internal sealed record NotUnderstood : SummaryReply;

    private static readonly string[] Wrong = ["cambiar", "cambio", "cambie", "corregir", "corrija", "correccion", "mal", "error", "equivocada", "equivocado", "equivoque", "falta", "arreglar"];

    /// <summary>A number or a label corrects, also beside a "sí"; sending needs a plain yes.</summary>
    internal static SummaryReply Read(string said, List<FormQuestion> asked)
    {
        switch (SpokenNumber.All(said))
        {
            case [var number]: return number >= 1 && number <= asked.Count ? new Correct(asked[number - 1]) : new NotUnderstood();
            case { Count: > 1 }: return new SomethingIsWrong();
        }
        var words = " " + Plain.Of(said) + " ";
        var named = asked.Where(question => words.Contains(" " + Plain.Of(question.Label) + " ", StringComparison.Ordinal)).ToList();
        if (named.Count == 0) named = asked.FindAll(question => Plain.Of(question.Label).Split(' ')[0] is { Length: >= 4 } first && words.Contains(" " + first + " ", StringComparison.Ordinal));
        if (named is [var only]) return new Correct(only);
        if (named.Count > 1 || Wrong.Any(word => words.Contains(" " + word + " ", StringComparison.Ordinal))) return new SomethingIsWrong();
        return YesOrNo.Read(said) switch { true => new Send(), false => new SomethingIsWrong(), null => new NotUnderstood() };
    }
}
