using CoopAssistant.Programme.Forms;

namespace CoopAssistant.Programme.Packs;

/// <summary>What is asked of a cooperative in the months after its legal recognition (<c>follow-up.yaml</c>).</summary>
/// <param name="Id">Of the form; kept in what she has half answered.</param>
/// <param name="Months">Rounds, in months after the recognition, rising.</param>
/// <param name="ThenEvery">After the last of them, again every so many months.</param>
/// <param name="AnswerDays">Days to answer; after the last one the round is the office's work.</param>
/// <param name="AskHour">From 0 to 23 by the country's clock: not asked before.</param>
/// <param name="LaterDays">Who says "later" is asked again after so many days.</param>
/// <param name="RemindDays">Who says nothing is asked once more after so many days.</param>
public sealed record FollowUpRules(
    string Id, string Title, IReadOnlyList<int> Months, int ThenEvery, int AnswerDays, int AskHour, int LaterDays, int RemindDays, FollowUpNotices Notices, IReadOnlyList<Indicator> Indicators)
{
    /// <summary>The same as in the registration.</summary>
    public required FormWords Words { get; init; }

    /// <summary>Null where there is none (any more).</summary>
    public Indicator? Find(string id) => Indicators.FirstOrDefault(indicator => indicator.Id == id);

    /// <summary>What is asked in the round of a month. Of the baseline (0) everything may be told.</summary>
    public FormDefinition FormOf(int month) => new(
        $"{Id}-{month}", Title, [.. Indicators.Where(indicator => month == 0 || indicator.IsAskedAt(month, Months[^1])).Select(indicator => indicator.Question)]) { Words = Words };

    /// <summary>One of the answers tells of a problem that somebody should come for.</summary>
    /// <param name="valueOf">The answer to an indicator; null where there is none.</param>
    public bool CallForVisit(Func<string, string?> valueOf)
    {
        ArgumentNullException.ThrowIfNull(valueOf);
        return Indicators.Any(indicator => valueOf(indicator.Id) is { } value && indicator.CallsForVisit.Contains(value, StringComparer.Ordinal));
    }
}

/// <summary>A thing that is asked again and again, so that it can be compared.</summary>
/// <param name="Question">Its id is the indicator's: never reused for another meaning.</param>
/// <param name="Months">Rounds in which it is asked; empty: in all.</param>
/// <param name="IsAskedAfter">Also in the rounds after the listed months.</param>
/// <param name="Baseline">What of the day of recognition the program knows itself; null for nothing.</param>
/// <param name="CountsPeople">Its numbers are of persons: small ones are hidden in what leaves the office.</param>
/// <param name="CallsForVisit">Answers that tell of a problem.</param>
public sealed record Indicator(FormQuestion Question, IReadOnlyList<int> Months, bool IsAskedAfter, BaselineOf? Baseline, bool CountsPeople, IReadOnlyList<string> CallsForVisit)
{
    public string Id => Question.Id;

    /// <summary>Sums and averages make sense of it.</summary>
    public bool IsAmount => Question.Kind is QuestionKind.Number or QuestionKind.Money;

    /// <summary>Cooperatives are counted by what they answer, or its amount is added up; else it is their own words.</summary>
    public bool IsCounted => IsAmount || Question.Kind is QuestionKind.Choice or QuestionKind.YesNo;

    internal bool IsAskedAt(int month, int last) => Months.Count == 0 || (month > last ? IsAskedAfter : Months.Contains(month));
}

/// <summary>What is known of a cooperative from its record.</summary>
public enum BaselineOf
{
    /// <summary>Women who registered and are members.</summary>
    Members,

    /// <summary>Women who hold an office.</summary>
    Officers,
}

/// <summary>Texts of at most 300 characters. May use, besides <see cref="ProgrammePack.WordsFor"/>: {grupo} {rubro} {lugar} {meses}.</summary>
/// <param name="Due">The coordinator is asked.</param>
/// <param name="Reminder">She has not answered.</param>
public sealed record FollowUpNotices(string Due, string Reminder);
