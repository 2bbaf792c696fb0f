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

    private const int ShortestTelling = 5;

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
        var named = asked.FindAll(question => words.Contains(" " + Plain.Of(question.Label) + " ", StringComparison.Ordinal));
        if (named.Count == 0) named = asked.FindAll(question => IsNamed(question, words));
        if (named is [var only]) return new Correct(only);
        if (named.Count > 1 || Wrong.Any(word => words.Contains(" " + word + " ", StringComparison.Ordinal))) return new SomethingIsWrong();
        return YesOrNo.Read(said) switch { true => new Send(), false => new SomethingIsWrong(), null => new NotUnderstood() };
    }

    /// <summary>A telling word of the label, also in the singular: «mi nombre está mal» names «Nombres».</summary>
    private static bool IsNamed(FormQuestion question, string words)
    {
        foreach (var telling in Plain.Of(question.Label).Split(' '))
        {
            if (telling.Length < ShortestTelling) continue;
            var stem = telling.EndsWith('s') ? telling[..^1] : telling;
            if (words.Contains(" " + stem + " ", StringComparison.Ordinal) || words.Contains(" " + stem + "s ", StringComparison.Ordinal) || words.Contains(" " + stem + "es ", StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
